package edu.wenzhou.site.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.util.FileSystemUtils;

/**
 * The files that come with the application, packed by the build as small as they go. They
 * are found by what they hold: one that has been changed since is not taken for another.
 */
final class PackedFiles {

	private static final String FOLDER = "packed";

	private static final Pattern TEXT = Pattern.compile(".*\\.(css|js|svg)");

	private PackedFiles() {
	}

	/**
	 * The step of the build.
	 * @param arguments the folder of the classes, in which lies a folder of static files
	 */
	public static void main(String[] arguments) throws IOException {
		Path classes = Path.of(arguments[0]);
		Path packed = classes.resolve(FOLDER);
		FileSystemUtils.deleteRecursively(packed);
		Files.createDirectories(packed);
		List<Path> files;
		try (Stream<Path> all = Files.walk(classes.resolve("static"))) {
			files = all.filter((file) -> TEXT.matcher(file.toString()).matches()).toList();
		}
		for (Path file : files) {
			byte[] content = Files.readAllBytes(file);
			Codings smallest = Codings.smallest(content);
			for (Coding coding : List.of(Coding.GZIP, Coding.BROTLI)) {
				if (smallest.in(coding) != null) {
					Files.write(packed.resolve(Rendition.tag(content) + coding.extension()), smallest.in(coding));
				}
			}
		}
	}

	/** Null for what the build has not packed. */
	static byte[] find(String tag, Coding coding) {
		try (InputStream in = PackedFiles.class.getResourceAsStream("/" + FOLDER + "/" + tag + coding.extension())) {
			return (in != null) ? in.readAllBytes() : null;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
