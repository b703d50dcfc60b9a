package edu.wenzhou.site.search;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;

import edu.wenzhou.site.fact.Figure;
import edu.wenzhou.site.fact.FigureBook;
import edu.wenzhou.site.fact.Figures;

/** Puts figures into texts that name them; reads them when the first text does. */
class FigureTexts {

	private static final Map<String, Locale> LOCALES = Map.of("zh", Locale.SIMPLIFIED_CHINESE, "en", Locale.ENGLISH);

	private final Figures figures;

	private final Map<String, Map<String, Figure>> byLanguage = new HashMap<>();

	FigureTexts(Figures figures) {
		this.figures = figures;
	}

	/** A draft may name a figure that there is not: nothing stands for it. */
	String in(String text, String language) {
		return text.contains("[[")
				? FigureBook.REFERENCE.matcher(text)
					.replaceAll((reference) -> Matcher
						.quoteReplacement((reference.group(1) != null) ? text(reference.group(1), language) : ""))
				: text;
	}

	/** A figure as it reads, with the time that it counts; empty if there is none. */
	String line(String code, String language) {
		Figure figure = figures(language).get(code);
		return (figure != null) ? figure.text() + ((figure.period() != null) ? " " + figure.period() : "") : "";
	}

	private String text(String code, String language) {
		Figure figure = figures(language).get(code);
		return (figure != null) ? figure.text() : "";
	}

	private Map<String, Figure> figures(String language) {
		return this.byLanguage.computeIfAbsent(language, (key) -> {
			Map<String, Figure> byCode = new HashMap<>();
			this.figures.in(LOCALES.get(key)).all().forEach((figure) -> byCode.put(figure.code(), figure));
			return byCode;
		});
	}

}
