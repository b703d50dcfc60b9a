package edu.wenzhou.site.fact;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import edu.wenzhou.site.text.LocalizedText;
import edu.wenzhou.site.text.RichText;
import edu.wenzhou.site.web.Language;
import org.springframework.context.MessageSource;
import org.springframework.web.util.HtmlUtils;

/**
 * The figures as they read in one language, and the texts that name them: a text holds
 * {@code [[code]]} where a figure stands, so that no number is written twice.
 */
public class FigureBook {

	/** A figure's name in a text; the code is the first group. */
	public static final Pattern REFERENCE = Pattern.compile("\\[\\[([a-z0-9-]+)]]");

	private static final String NO_BREAK_SPACE = "\u00a0";

	private static final Pattern CHINESE_WORD = Pattern.compile("\\p{IsHan}");

	private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

	private final MessageSource messages;

	private final Locale locale;

	private final Map<String, Figure> byCode = new LinkedHashMap<>();

	private final Map<Long, Figure> byId = new LinkedHashMap<>();

	/** How the figures read in a text that there is only in Chinese. */
	private final Map<String, Figure> inChinese;

	FigureBook(List<Fact> facts, MessageSource messages, Locale locale) {
		this(facts, messages, locale, null);
	}

	private FigureBook(List<Fact> facts, MessageSource messages, Locale locale, String lang) {
		this.messages = messages;
		this.locale = locale;
		this.inChinese = (Language.of(locale) == Language.CHINESE) ? this.byCode
				: new FigureBook(facts, messages, CHINESE, CHINESE.toLanguageTag()).byCode;
		// First without a period, since a period may name other figures
		facts.forEach((fact) -> this.byCode.put(fact.getCode(), figure(fact, lang, null)));
		Map<String, String> periods = facts.stream()
			.filter((fact) -> fact.getPeriod() != null)
			.collect(Collectors.toMap(Fact::getCode, (fact) -> plain(fact.getPeriod())));
		for (Fact fact : facts) {
			Figure figure = isTranslated(fact) ? figure(fact, lang, periods.get(fact.getCode()))
					: this.inChinese.get(fact.getCode());
			this.byCode.put(figure.code(), figure);
			this.byId.put(fact.getId(), figure);
		}
	}

	/**
	 * A figure reads in one language: where a word of it is not translated, all of it is
	 * shown in Chinese.
	 */
	private boolean isTranslated(Fact fact) {
		return Stream.of(fact.getLabel(), fact.getUnit(), fact.getPeriod(), value(fact))
			.allMatch((text) -> text == null || text.langIn(this.locale) == null);
	}

	/** Digits are every language's own; words such as 第一 are Chinese. */
	private static LocalizedText value(Fact fact) {
		return CHINESE_WORD.matcher(fact.getValue().zh()).find() ? fact.getValue() : null;
	}

	/**
	 * The figure of that code.
	 * @throws IllegalArgumentException if there is none
	 */
	public Figure get(String code) {
		return get(code, this.byCode);
	}

	private static Figure get(String code, Map<String, Figure> figures) {
		Figure figure = figures.get(code);
		if (figure == null) {
			throw new IllegalArgumentException("No figure has the code '" + code + "'");
		}
		return figure;
	}

	/** The figure that a record points to; null where it points to none. */
	public Figure of(Fact fact) {
		return (fact != null) ? this.byId.get(fact.getId()) : null;
	}

	public Collection<Figure> all() {
		return this.byCode.values();
	}

	/** The figures under their headings, in the order of the figures page. */
	public Map<FactGroup, List<Figure>> byGroup() {
		Map<FactGroup, List<Figure>> groups = new LinkedHashMap<>();
		for (FactGroup group : FactGroup.values()) {
			List<Figure> figures = all().stream().filter((figure) -> figure.group() == group).toList();
			if (!figures.isEmpty()) {
				groups.put(group, figures);
			}
		}
		return groups;
	}

	/** The text with its figures written out, for titles and descriptions. */
	public String plain(LocalizedText text) {
		return (text != null) ? replace(text.in(this.locale), (code) -> get(code, figuresOf(text)).text()) : null;
	}

	/**
	 * The text cut at its figures, so that a template can link each one to its source.
	 */
	public List<Part> parts(LocalizedText text) {
		List<Part> parts = new ArrayList<>();
		if (text == null) {
			return parts;
		}
		String value = text.in(this.locale);
		Matcher matcher = REFERENCE.matcher(value);
		int end = 0;
		while (matcher.find()) {
			parts.add(new Part(value.substring(end, matcher.start()), get(matcher.group(1), figuresOf(text))));
			end = matcher.end();
		}
		parts.add(new Part(value.substring(end), null));
		return parts;
	}

	/**
	 * A body as HTML that may go into a page unescaped: sanitised first, then each figure
	 * put in with its mark.
	 */
	public String html(LocalizedText body, Notes notes) {
		return replace(RichText.sanitize(body.in(this.locale)), (code) -> marked(get(code, figuresOf(body)), notes));
	}

	/**
	 * The same markup as {@code fragments/mark.html}, for a body that no template goes
	 * through.
	 */
	private String marked(Figure figure, Notes notes) {
		Notes.Mark mark = notes.mark(figure);
		String state = mark.state().name();
		String label = this.messages.getMessage("mark.label." + state, new Object[] { mark.number() }, this.locale);
		String lang = (figure.lang() != null) ? " lang=\"" + figure.lang() + "\"" : "";
		return "<span class=\"nb\"%s>%s<sup class=\"src is-%s\"><a id=\"%s\" href=\"#%s\" aria-label=\"%s\">%d</a></sup></span>"
			.formatted(lang, HtmlUtils.htmlEscape(figure.text()), state.toLowerCase(Locale.ROOT), mark.id(),
					mark.note().getId(), HtmlUtils.htmlEscape(label), mark.number());
	}

	/** In the language in which the text is shown. */
	private Map<String, Figure> figuresOf(LocalizedText text) {
		return (text.langIn(this.locale) == null) ? this.byCode : this.inChinese;
	}

	private Figure figure(Fact fact, String lang, String period) {
		return new Figure(fact.getCode(), lang, fact.getLabel().in(this.locale), fact.getQualifier(),
				word(fact, "before"), fact.getValue().in(this.locale), word(fact, "after"), unit(fact), period,
				fact.getAsOf(), fact.getGroup(), fact.getState(), List.copyOf(fact.getSources()));
	}

	/** Words stand apart from their number; signs and Chinese do not. */
	private String unit(Fact fact) {
		String unit = (fact.getUnit() != null) ? fact.getUnit().in(this.locale) : "";
		boolean word = !unit.isEmpty() && UnicodeScript.of(unit.codePointAt(0)) == UnicodeScript.LATIN;
		return word ? NO_BREAK_SPACE + unit : unit;
	}

	private String word(Fact fact, String place) {
		return this.messages.getMessage("qualifier." + fact.getQualifier().name() + "." + place, null, this.locale);
	}

	private static String replace(String text, Function<String, String> byCode) {
		return REFERENCE.matcher(text).replaceAll((match) -> Matcher.quoteReplacement(byCode.apply(match.group(1))));
	}

	/**
	 * A piece of a text.
	 *
	 * @param text the words before the figure, perhaps empty
	 * @param figure null at the end of the text
	 */
	public record Part(String text, Figure figure) {

	}

}
