package edu.wenzhou.site.fact;

import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
 * {@code [[code]]} where a figure stands, so that no number is written twice, and
 * {@code [[§2]]} where the mark of its record's second passage stands. Never changes, and
 * serves many threads.
 */
public class FigureBook {

	/**
	 * A figure's code in a text, the first group; or which of its record's passages a
	 * statement rests on, counted from 1, the second group.
	 */
	public static final Pattern REFERENCE = Pattern.compile("\\[\\[(?:([a-z0-9-]+)|§([1-9][0-9]?))]]");

	/** Between two references: the first one's sentence or paragraph has ended. */
	private static final Pattern END = Pattern.compile("[。；！？]\\s*\\S|[.;!?]\\s+\\S|<");

	private static final Pattern HEADING = Pattern.compile("(</?h)([2-4])(?=>)");

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
		return Collections.unmodifiableCollection(this.byCode.values());
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
		return (text != null) ? REFERENCE.matcher(text.in(this.locale))
			.replaceAll((match) -> (match.group(1) != null)
					? Matcher.quoteReplacement(get(match.group(1), figuresOf(text)).text()) : "")
				: null;
	}

	/**
	 * The text cut at its figures and marks, for a template to put together.
	 * @param text nothing comes of null
	 * @param sources the passages of the text's record
	 * @param name what the record is called
	 */
	public List<Part> parts(LocalizedText text, Notes notes, List<SourceQuote> sources, LocalizedText name) {
		return parts(text, sources, name, notes, null);
	}

	/**
	 * The same for a text beside a mark, which its figures of the same sentence share.
	 */
	public List<Part> parts(LocalizedText text, Notes notes, Notes.Mark beside) {
		return parts(text, List.of(), null, notes, beside);
	}

	/**
	 * A body as HTML that may go into a page unescaped: sanitised first, then each figure
	 * put in, and the marks. Without named entities, so that it is XML too.
	 * @param sources the passages of the body's record
	 * @param name what the record is called
	 */
	public String html(LocalizedText body, Notes notes, List<SourceQuote> sources, LocalizedText name) {
		LocalizedText clean = new LocalizedText(RichText.sanitize(body.zh()),
				(body.en() != null) ? RichText.sanitize(body.en()) : null);
		StringBuilder html = new StringBuilder();
		for (Part part : parts(clean, sources, name, notes, null)) {
			html.append(part.text());
			if (part.figure() != null || part.mark() != null) {
				html.append(html(part));
			}
		}
		return html.toString();
	}

	/** The same for a chapter of a longer text: headings one level lower. */
	public String chapterHtml(LocalizedText body, Notes notes, List<SourceQuote> sources, LocalizedText name) {
		return HEADING.matcher(html(body, notes, sources, name))
			.replaceAll((match) -> match.group(1) + (match.group(2).charAt(0) - '0' + 1));
	}

	/**
	 * The passages of a record that none of its texts has a mark for.
	 * @param texts of the same record, shown on the same page; each may be null
	 */
	public List<SourceQuote> unmarked(List<SourceQuote> sources, LocalizedText... texts) {
		List<SourceQuote> unmarked = new ArrayList<>(sources);
		Stream.of(texts).filter(Objects::nonNull).forEach((text) -> {
			Matcher matcher = REFERENCE.matcher(text.in(this.locale));
			while (matcher.find()) {
				List<SourceQuote> marked = (matcher.group(1) != null) ? get(matcher.group(1), figuresOf(text)).sources()
						: passage(sources, matcher.group(2));
				unmarked.removeIf((source) -> !marked.isEmpty()
						&& source.getSentence().getId().equals(marked.get(0).getSentence().getId()));
			}
		});
		return unmarked;
	}

	/**
	 * Several things of one sentence in one clause share a mark, which stands after the
	 * last of them.
	 */
	private List<Part> parts(LocalizedText text, List<SourceQuote> sources, LocalizedText name, Notes notes,
			Notes.Mark beside) {
		if (text == null) {
			return List.of();
		}
		List<Part> parts = new ArrayList<>();
		List<Notes.Claim> claims = new ArrayList<>();
		String value = text.in(this.locale);
		Matcher matcher = REFERENCE.matcher(value);
		int end = 0;
		while (matcher.find()) {
			Figure figure = (matcher.group(1) != null) ? get(matcher.group(1), figuresOf(text)) : null;
			claims.add(
					(figure != null) ? Notes.Claim.of(figure) : claim(passage(sources, matcher.group(2)), name, notes));
			parts.add(Part.of(value.substring(end, matcher.start()), figure));
			end = matcher.end();
		}
		int next;
		for (int i = 0; i < claims.size(); i = next) {
			next = i + 1;
			while (next < claims.size() && claims.get(next).agreesWith(claims.get(i))
					&& !END.matcher(parts.get(next).text()).find()) {
				next++;
			}
			boolean covered = beside != null && beside.claim().agreesWith(claims.get(i));
			Notes.Mark mark = covered ? beside : notes.mark(claims.get(i));
			if (mark != null) {
				claims.subList(covered ? i : i + 1, next).forEach((claim) -> notes.join(mark, claim));
			}
			Part last = parts.get(next - 1);
			if (mark != null && !covered) {
				parts.set(next - 1, new Part(last.text(), last.figure(), last.lang(), mark.face()));
			}
		}
		parts.add(Part.of(value.substring(end), null));
		return parts;
	}

	/** A text that is shown without its record has no name and no passages. */
	private static Notes.Claim claim(List<SourceQuote> sources, LocalizedText name, Notes notes) {
		return (name != null) ? notes.claim(sources, name) : new Notes.Claim(List.of(), "", null, FactState.CONFIRMED);
	}

	/** Empty where the record has not so many: the statement stands without a mark. */
	private static List<SourceQuote> passage(List<SourceQuote> sources, String number) {
		int index = Integer.parseInt(number) - 1;
		return (index < sources.size()) ? List.of(sources.get(index)) : List.of();
	}

	/**
	 * The same markup as {@code fragments/figure.html}, for a body that no template goes
	 * through.
	 */
	private String html(Part part) {
		String sup = "";
		Notes.Face mark = part.mark();
		if (mark != null) {
			String state = mark.state().name();
			String label = this.messages.getMessage("mark.label." + state, new Object[] { mark.number() }, this.locale);
			sup = "<sup class=\"src is-%s\"><a id=\"%s\" href=\"#%s\" aria-label=\"%s\">%d</a></sup>"
				.formatted(state.toLowerCase(Locale.ROOT), mark.id(), mark.note(), escape(label), mark.number());
		}
		if (part.figure() == null) {
			return sup;
		}
		String lang = (part.lang() != null) ? " lang=\"" + part.lang() + "\"" : "";
		return "<span class=\"nb\"%s>%s%s</span>".formatted(lang, escape(part.figure()), sup);
	}

	private static String escape(String text) {
		return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
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

	/**
	 * A piece of a text.
	 *
	 * @param text the words before the figure or mark, perhaps empty
	 * @param figure in running text; null where none stands
	 * @param lang of the figure, as in {@link Figure}
	 * @param mark null where none stands
	 */
	public record Part(String text, String figure, String lang, Notes.Face mark) {

		private static Part of(String text, Figure figure) {
			return (figure != null) ? new Part(text, figure.text(), figure.lang(), null)
					: new Part(text, null, null, null);
		}

	}

}
