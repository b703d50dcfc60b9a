package edu.wenzhou.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/** What the documentation tells people to do, so that tests do just that. */
public final class Documented {

	private Documented() {
	}

	/** The statements below a heading. */
	public static String sql(String file, String heading) {
		try {
			Matcher block = Pattern
				.compile("## " + Pattern.quote(heading) + "\n(?:(?!\n## ).)*?```sql\n(.*?)```", Pattern.DOTALL)
				.matcher(Files.readString(Path.of(file)));
			assertThat(block.find()).as(heading).isTrue();
			return block.group(1);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
