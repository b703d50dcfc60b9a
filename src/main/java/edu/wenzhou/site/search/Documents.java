package edu.wenzhou.site.search;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import edu.wenzhou.site.fact.Figures;
import edu.wenzhou.site.publishing.ContentType;
import edu.wenzhou.site.publishing.Drafts.Draft;
import edu.wenzhou.site.publishing.Field;
import edu.wenzhou.site.publishing.PublicItem;
import edu.wenzhou.site.publishing.References;
import edu.wenzhou.site.publishing.Values;
import edu.wenzhou.site.search.Vector.Weight;
import edu.wenzhou.site.text.PlainText;
import edu.wenzhou.site.web.FixedPage;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Makes what the index holds out of what people wrote, by the kinds and the names of the
 * fields, whatever their type is.
 */
@Component
class Documents {

	/** To be raised whenever the same values give something else. */
	static final int VERSION = 3;

	/** The kind of a page that is always there. */
	static final String PAGE = "page";

	private static final List<String> LANGUAGES = List.of("zh", "en");

	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	/** Typed where an English text says nothing on purpose. */
	private static final String NOTHING = "-";

	private final Map<String, FixedPage> fixed;

	private final References references;

	private final MessageSource messages;

	Documents(List<FixedPage> fixed, References references, MessageSource messages) {
		this.fixed = fixed.stream().collect(Collectors.toMap(FixedPage::path, (page) -> page));
		this.references = references;
		this.messages = messages;
	}

	/** One in Chinese and, where something of it is translated, one in English. */
	List<SearchDocument> of(PublicItem item, FigureTexts figures) {
		ContentType type = item.type();
		FixedPage page = this.fixed.get(item.path());
		List<String> languages = LANGUAGES.stream().filter((language) -> isIn(type, item.values(), language)).toList();
		List<SearchDocument> documents = new ArrayList<>();
		for (String language : languages) {
			Text text = text(type, item.values(), List.of(language), figures);
			if (isFigure(type, item.values())) {
				text.leads.add(0, figures.line(item.values().get("code"), language));
			}
			String title = title(type, item.values(), language);
			if (page != null) {
				// The item is what this page is about, so the page is one of its names
				text.names.add(0, title);
				title = message(page.title(), language);
			}
			LANGUAGES.forEach((other) -> text.foreign.add(item.values().get(type.getTitleField() + "_" + other)));
			text.foreign.remove(title);
			String date = (type.getDateField() != null) ? item.values().get(type.getDateField()) : "";
			documents.add(document(text, title, false, item.id(), language, languages.size() == 1,
					(page != null) ? PAGE : type.getKey(), item.path(), type.getDateField() != null,
					date.isEmpty() ? null : LocalDateTime.parse(date).atZone(ZONE).toInstant(), item.changed(),
					item.expires()));
		}
		return documents;
	}

	/** One, in both languages. Nothing of it need be as it has to be. */
	SearchDocument of(Draft draft, FigureTexts figures) {
		ContentType type = draft.type();
		Text text = text(type, draft.values(), LANGUAGES, figures);
		if (isFigure(type, draft.values())) {
			// What is public of it may be something else
			LANGUAGES.forEach((language) -> text.leads.add(figure(draft.values(), language, figures)));
		}
		text.foreign.add(draft.values().get(type.getTitleField() + "_en"));
		return document(text, title(type, draft.values(), "zh"), true, draft.item(), "zh", true, type.getKey(), "",
				true, draft.saved(), draft.saved(), null);
	}

	/** A page that is always there and that no item is all about. */
	List<SearchDocument> of(FixedPage page, Instant now) {
		return LANGUAGES.stream().map((language) -> {
			Text text = new Text();
			text.leads.add(message(page.description(), language));
			LANGUAGES.forEach((other) -> text.foreign.add(message(page.title(), other)));
			String title = message(page.title(), language);
			text.foreign.remove(title);
			return document(text, title, false, null, language, false, PAGE, page.path(), false, null, now, null);
		}).toList();
	}

	/** What of the site's own texts stands in the index: another one makes it anew. */
	String fingerprint() {
		return this.fixed.values()
			.stream()
			.flatMap((page) -> LANGUAGES.stream()
				.map((language) -> page.path() + message(page.title(), language)
						+ message(page.description(), language)))
			.sorted()
			.collect(Collectors.joining("\n"));
	}

	private static SearchDocument document(Text text, String title, boolean draft, Long item, String language,
			boolean only, String type, String path, boolean datable, Instant dated, Instant changed, Instant expires) {
		Vector head = new Vector();
		Vector words = new Vector();
		Set<String> keys = new LinkedHashSet<>();
		Set<String> spellings = new LinkedHashSet<>();
		Stream.concat(Stream.of(title), text.names.stream()).map(Folded::of).forEach((name) -> {
			keys.add(name.key());
			both(head, words, name, Weight.A);
			Pinyin.add(head, name, dated(datable, draft));
			Pinyin.add(words, name, dated(datable, draft));
			spellings.addAll(Pinyin.whole(name));
		});
		text.foreign.stream().map(Folded::of).forEach((name) -> {
			keys.add(name.key());
			both(head, words, name, Weight.B);
			// Not in the words: many English ones are the beginning of a syllable
			spellings.addAll(Pinyin.whole(name));
		});
		text.leads.forEach((lead) -> both(head, words, Folded.of(lead), Weight.B));
		text.headings.forEach((heading) -> both(head, words, Folded.of(heading), Weight.C));
		text.body.forEach((line) -> words.add(line, Weight.D));
		text.more.forEach((line) -> words.add(line, Weight.D));
		keys.remove("");
		return new SearchDocument(draft, item, language, only, type, path, title,
				Stream.of(text.leads, text.body, text.names)
					.flatMap(List::stream)
					.filter((line) -> !line.isBlank())
					.collect(Collectors.joining("\n")),
				List.copyOf(keys), spellings, datable, dated, changed, expires, head, words);
	}

	/** The title of what has a date is a sentence rather than a name. */
	private static boolean dated(boolean datable, boolean draft) {
		return datable && !draft;
	}

	private static void both(Vector head, Vector words, Folded text, Weight weight) {
		head.add(text, weight);
		words.add(text, weight);
	}

	/** What is not translated is shown in Chinese. */
	private static String title(ContentType type, Values values, String language) {
		return translated(values, type.getTitleField(), language);
	}

	private static boolean isIn(ContentType type, Values values, String language) {
		return language.equals("zh") || type.getFields()
			.stream()
			.anyMatch((field) -> language.equals(field.lang()) && !said(values.get(field.name())).isEmpty());
	}

	private static String said(String text) {
		return text.equals(NOTHING) ? "" : text;
	}

	private Text text(ContentType type, Values values, List<String> languages, FigureTexts figures) {
		Text text = new Text();
		boolean figure = isFigure(type, values);
		for (String language : languages) {
			for (Field field : type.getFields()) {
				boolean spoken = field.lang() == null || field.lang().equals(language);
				boolean part = figure && Set.of("value", "unit", "period").contains(field.stem());
				if (spoken && !part && !field.stem().equals(type.getTitleField())) {
					add(text, field, values, language, figures);
				}
			}
		}
		return text;
	}

	private static boolean isFigure(ContentType type, Values values) {
		return type.getKey().equals(Figures.TYPE) && values.has("code");
	}

	/** As its draft reads, as far as there is something of it. */
	private String figure(Values values, String language, FigureTexts figures) {
		String qualifier = "qualifier." + values.get("qualifier");
		String unit = said(translated(values, "unit", language));
		String line = this.messages.getMessage(qualifier + ".before", null, "", locale(language))
				+ translated(values, "value", language)
				+ this.messages.getMessage(qualifier + ".after", null, "", locale(language))
				+ (language.equals("en") ? " " : "") + unit + " "
				+ figures.in(said(translated(values, "period", language)), language);
		return line.strip();
	}

	private static String translated(Values values, String field, String language) {
		String text = values.get(field + "_" + language);
		return text.isEmpty() ? values.get(field + "_zh") : text;
	}

	private void add(Text text, Field field, Values values, String language, FigureTexts figures) {
		String value = figures.in(said(values.get(field.name())), language);
		switch (field.kind()) {
			case LINE, LINES -> {
				if (field.lang() == null) {
					// What names an item in addresses is nothing that people know
					text.more.add(Set.of("slug", "code").contains(field.name()) ? "" : value);
				}
				else if (field.stem().equals("other_names") || field.stem().endsWith("_name")) {
					text.names.add(value);
				}
				else {
					text.leads.add(value);
				}
			}
			case RICH -> {
				PlainText plain = PlainText.of(value);
				text.headings.addAll(plain.headings());
				text.body.addAll(plain.lines());
			}
			case NUMBER -> {
				if (Set.of("year", "since").contains(field.name())) {
					text.leads.add(value);
				}
			}
			case CHOICE -> text.more.add(choice(field, value, language));
			case REFERENCE, LIST ->
				(field.isOfPictures() ? text.body : text.more).addAll(this.references.names(field, values, language));
			default -> {
				// Dates, places on the map and quotations are no words to look for
			}
		}
	}

	/** As the filter of the list calls it, where there is one. */
	private String choice(Field field, String value, String language) {
		String key = "filter." + field.name() + "." + value.toLowerCase(Locale.ROOT).replace('_', '-');
		return this.messages.getMessage(key, null, "", locale(language));
	}

	private String message(String key, String language) {
		return (key != null) ? this.messages.getMessage(key, null, locale(language)) : "";
	}

	private static Locale locale(String language) {
		return language.equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
	}

	/** The texts of a document by their weight. */
	private static final class Text {

		private final List<String> names = new ArrayList<>();

		/** The title in the other language. */
		private final Set<String> foreign = new LinkedHashSet<>();

		private final List<String> leads = new ArrayList<>();

		private final List<String> headings = new ArrayList<>();

		private final List<String> body = new ArrayList<>();

		/** Found, but nothing to read. */
		private final List<String> more = new ArrayList<>();

	}

}
