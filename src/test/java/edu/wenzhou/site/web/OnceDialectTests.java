package edu.wenzhou.site.web;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

import edu.wenzhou.site.Templates;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OnceDialectTests {

	private static final String LINE = "<i site:once=\"~{once :: line(${counted.next(word)}, ${end})}\"></i>";

	private final SpringTemplateEngine templates = Templates.engine();

	private final Counted counted = new Counted();

	@BeforeEach
	void dialect() {
		this.templates.addDialect(new OnceDialect());
	}

	@Test
	void itSaysWhatTheFragmentSaysThere() {
		String replaced = LINE.replace("site:once", "th:replace");
		for (String word : List.of("水", "a & b", "<i>")) {
			assertThat(render(LINE, word, null)).isEqualTo(render(replaced, word, null));
			assertThat(render(LINE, word, "'\"")).isEqualTo(render(replaced, word, "'\""));
		}
		assertThat(render(LINE, "<i>", null)).contains("&lt;i&gt;").doesNotContain("site:");
	}

	/** It may number what it is asked for. */
	@Test
	void parametersAreAskedForOnce() {
		render(LINE, "水", null);
		assertThat(this.counted.times).hasValue(1);
		render(LINE, "水", null);
		assertThat(this.counted.times).hasValue(2);
	}

	@Test
	void equalParametersInTheSameLanguageAreRenderedOnce() {
		String first = render(LINE, "水", null);
		this.counted.shown = "other";
		assertThat(render(LINE, new String("水"), null)).isEqualTo(first);
		assertThat(render(LINE, "水", "!")).isNotEqualTo(first).contains("other");
		assertThat(render(LINE, "火", null)).contains("other");
		assertThat(render(Locale.ENGLISH, LINE, "水", null)).contains("other").contains("[en]");
	}

	@Test
	void itTakesTheWholeElementOnly() {
		assertThat(render("<b>1</b>" + LINE + "<b th:text=\"${word}\"></b>", "水", null))
			.isEqualTo("<b>1</b>" + render(LINE, "水", null) + "<b>水</b>");
		assertThat(render("<b th:each=\"n : ${ {1, 2} }\">" + LINE + "</b>", "水", null))
			.isEqualTo(("<b>" + render(LINE, "水", null) + "</b>").repeat(2));
	}

	@Test
	void aFragmentMayTakeNothing() {
		assertThat(render("<i site:once=\"~{once :: bare}\"></i>", "", null)).isEqualTo("<p>[zh]</p>");
	}

	/** They would be handed on in another order. */
	@Test
	void parametersHaveNoNames() {
		assertThatThrownBy(() -> render("<i site:once=\"~{once :: line(end=${end}, word=${counted.next(word)})}\"></i>",
				"水", null))
			.rootCause()
			.hasMessageContaining("parameters must not be");
		assertThatThrownBy(() -> render("<i site:once=\"~{:: bare}\"></i>", "水", null)).rootCause()
			.hasMessageContaining("has to be named");
	}

	private String render(String template, String word, String end) {
		return render(Locale.CHINESE, template, word, end);
	}

	private String render(Locale locale, String template, String word, String end) {
		Context context = new Context(locale);
		context.setVariable("counted", this.counted);
		context.setVariable("word", word);
		context.setVariable("end", end);
		return this.templates.process(template, context);
	}

	/** Counts how often it is asked, and lets a test see what was rendered when. */
	public static final class Counted {

		private final AtomicInteger times = new AtomicInteger();

		private String shown = "first";

		public Word next(String word) {
			this.times.incrementAndGet();
			return new Word(word, this.shown);
		}

	}

	/**
	 * The test's own parameter.
	 *
	 * @param seen shows, though it does not tell two words apart
	 */
	public record Word(String text, String seen) {

		@Override
		public boolean equals(Object other) {
			return other instanceof Word word && word.text.equals(this.text);
		}

		@Override
		public int hashCode() {
			return this.text.hashCode();
		}

	}

}
