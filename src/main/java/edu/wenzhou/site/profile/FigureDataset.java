package edu.wenzhou.site.profile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.annotation.JsonInclude;
import edu.wenzhou.site.fact.Figure;
import edu.wenzhou.site.fact.FigureBook;
import edu.wenzhou.site.web.Language;
import edu.wenzhou.site.web.SiteTime;
import edu.wenzhou.site.web.Thing;
import org.springframework.context.MessageSource;

/**
 * All figures in one language, for programs: what the figures page says, with every
 * passage behind it. What is not known is left out. Codes, names of fields and of values
 * never change.
 *
 * @param name what the whole is called
 * @param page address of the figures page
 * @param modified when one of the figures last became another one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FigureDataset(String name, String language, String page, String modified, List<Entry> figures) {

	static final String PAGE = "/about/figures";

	/**
	 * Puts it together.
	 * @param url makes the public address of a path without language
	 * @param documents what the source texts are called, by their number
	 */
	static FigureDataset of(FigureBook figures, Map<Long, String> documents, String name, Locale locale,
			UnaryOperator<String> url, Instant modified) {
		return new FigureDataset(name, locale.toLanguageTag(), url.apply(PAGE),
				(modified != null) ? SiteTime.iso(modified) : null,
				figures.all().stream().map((figure) -> entry(figure, documents, url)).toList());
	}

	private static Entry entry(Figure figure, Map<Long, String> documents, UnaryOperator<String> url) {
		return new Entry(figure.code(), figure.lang(), figure.label(), plain(figure.period()), plain(figure.text()),
				figure.value(), plain(figure.unit()), figure.qualifier().name(), figure.group().name(),
				figure.state().name(), figure.asOf(), url.apply(PAGE + "#" + figure.code()),
				figure.sources()
					.stream()
					.map((source) -> new Source(documents.get(source.getDocumentId()), source.getReadable(),
							url.apply(source.getPath())))
					.toList());
	}

	/** Null for nothing; with usual spaces. */
	private static String plain(String text) {
		if (text == null) {
			return null;
		}
		String plain = text.replace('\u00a0', ' ').strip();
		return plain.isEmpty() ? null : plain;
	}

	/** The whole as machines are told about it, on the figures page. */
	static Thing thing(MessageSource messages, Locale locale) {
		List<Thing> files = new ArrayList<>();
		for (Language language : Language.values()) {
			files.add(file("csv", "text/csv", language));
			files.add(file("json", "application/json", language));
		}
		return Thing.of("Dataset", PAGE + "#dataset")
			.with("name", messages.getMessage("figures.dataset", null, locale))
			.with("description", messages.getMessage("figures.dataset.description", null, locale))
			.with("url", Thing.page(PAGE))
			.with("inLanguage", List.of(Language.CHINESE.tag(), Language.ENGLISH.tag()))
			.with("isAccessibleForFree", true)
			.with("creator", new Thing.Reference(Thing.COLLEGE))
			.with("publisher", new Thing.Reference(Thing.COLLEGE))
			.with("distribution", files);
	}

	private static Thing file(String ending, String type, Language language) {
		return Thing.of("DataDownload")
			.with("contentUrl", Thing.in(language, PAGE + "." + ending))
			.with("encodingFormat", type)
			.with("inLanguage", language.tag());
	}

	/**
	 * A figure.
	 *
	 * @param code its name for ever, also its place on the page
	 * @param language of its words, where it is not that of the whole
	 * @param text the whole as the page shows it
	 * @param value the number or rank, in the words of the source
	 * @param asOf the day for which it was taken
	 * @param sources the first is the one shown, others repeat or contradict it
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Entry(String code, String language, String label, String period, String text, String value, String unit,
			String qualifier, String group, String state, LocalDate asOf, String page, List<Source> sources) {

	}

	/**
	 * A passage that a figure comes from.
	 *
	 * @param document what the source text is called
	 * @param quote the passage; masked words are restored, which the figure's state says
	 * @param page where it stands in its sentence
	 */
	record Source(String document, String quote, String page) {

	}

}
