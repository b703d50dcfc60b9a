package edu.wenzhou.site.seed;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import edu.wenzhou.site.fact.FigureBook;
import edu.wenzhou.site.seed.Seeds.Passage;
import edu.wenzhou.site.text.RichText;
import tools.jackson.databind.JsonNode;

/**
 * What a record must hold to beyond its fields: quotes that exist, one owner a slug,
 * figures that exist, clean HTML.
 */
class SeedChecks {

	private static final String SLUG = "[a-z0-9]+(-[a-z0-9]+)*";

	/** The fields in which a figure may be named; any other shows its text as it is. */
	private static final Set<String> TEXTS_WITH_FIGURES = Set.of("period", "summary", "lead", "body", "text", "detail");

	private final List<String> faults;

	private List<SourceText> documents = List.of();

	private final Map<String, Passage> passages = new HashMap<>();

	/**
	 * Of each file, the records that can be referred to, broken ones included: one fault
	 * is enough.
	 */
	private final Map<String, Set<String>> names = new HashMap<>();

	private final Map<String, Set<String>> namedFigures = new LinkedHashMap<>();

	SeedChecks(List<String> faults) {
		this.faults = faults;
	}

	/** The source texts, to be known before any record is checked against them. */
	void documents(List<SourceText> documents) {
		this.documents = documents;
	}

	List<SourceText> documents() {
		return this.documents;
	}

	Map<String, Passage> passages() {
		return this.passages;
	}

	/** Notes a record by its name, which no other of the file may have. */
	void name(String file, String name) {
		if (!this.names.computeIfAbsent(file, (key) -> new HashSet<>()).add(name)) {
			this.faults.add(SeedReader.where(file, name) + "another record of the file has the same slug");
		}
	}

	/** What can be seen from the record alone. */
	void record(String file, SeedRecord record, JsonNode node) {
		String where = SeedReader.where(file, record.slug());
		if (!(record instanceof SeedRecord.Omission) && !record.slug().matches(SLUG)) {
			this.faults.add(where + "a slug is lower-case letters, digits and single hyphens");
		}
		record.quotes().stream().distinct().forEach((quote) -> locate(where, quote));
		if (record instanceof SeedRecord.Profile profile) {
			profile.sources()
				.keySet()
				.stream()
				.filter((field) -> !node.has(field))
				.forEach((field) -> this.faults
					.add(where + "'sources' names '" + field + "', a field that the record has not"));
		}
		node.properties().forEach((field) -> text(where, record, field.getKey(), field.getValue()));
	}

	/** What can be seen only when all records are known. */
	void references(Seeds seeds) {
		this.namedFigures.forEach((where, codes) -> codes.forEach((code) -> figure(where, code)));
		seeds.profile().forEach((profile) -> {
			String where = SeedReader.where("profile.yaml", profile.slug());
			figure(where, profile.foundedYear());
			figure(where, profile.rootsYear());
		});
		seeds.events().forEach((event) -> {
			String where = SeedReader.where("history.yaml", event.slug());
			if (Stream.of(event.year(), event.yearFact(), event.reach()).filter(Objects::nonNull).count() != 1) {
				this.faults.add(where + "needs one of 'year', 'year_fact' and 'reach'");
			}
			figure(where, event.yearFact());
		});
		Set<String> events = this.names.getOrDefault("history.yaml", Set.of());
		Set<String> firsts = seeds.events()
			.stream()
			.filter((event) -> event.reach() != null)
			.map(SeedRecord.Event::slug)
			.collect(Collectors.toSet());
		seeds.predecessors().forEach((predecessor) -> {
			String where = SeedReader.where("predecessors.yaml", predecessor.slug());
			if (!events.contains(predecessor.event())) {
				this.faults.add(where + "history.yaml has no record '" + predecessor.event() + "'");
			}
			if (firsts.contains(predecessor.event())) {
				this.faults.add(where + "the record '" + predecessor.event() + "' of history.yaml has no year");
			}
		});
		seeds.honours().forEach((honour) -> figure(SeedReader.where("honours.yaml", honour.slug()), honour.count()));
		seeds.partnerships()
			.forEach((partnership) -> figure(SeedReader.where("partnerships.yaml", partnership.slug()),
					partnership.count()));
		if (this.names.getOrDefault("profile.yaml", Set.of()).size() != 1) {
			this.faults.add("seeds/profile.yaml: needs exactly one record");
		}
		seeds.omissions().forEach(this::wholeLine);
	}

	/**
	 * A quote must stand in the sources once: twice would leave open which sentence is
	 * meant.
	 */
	private void locate(String where, String quote) {
		int found = 0;
		for (int i = 0; i < this.documents.size(); i++) {
			for (int start : this.documents.get(i).occurrences(quote)) {
				found++;
				this.passages.put(quote, new Passage(i, start, start + quote.codePointCount(0, quote.length())));
			}
		}
		if (found != 1) {
			this.faults.add(where + "the quote '" + quote + "' "
					+ ((found == 0) ? "is not in the source" : "stands in the source " + found + " times; quote more"));
		}
	}

	/**
	 * The sources page leaves out whole lines, so that no other record's passage goes
	 * with them.
	 */
	private void wholeLine(SeedRecord.Omission omission) {
		boolean whole = this.documents.stream()
			.flatMap((document) -> document.content().lines())
			.anyMatch((line) -> line.replaceFirst("^\\W*•", "").strip().equals(omission.quote()));
		if (!whole) {
			this.faults
				.add(SeedReader.where("unpublished.yaml", omission.slug()) + "only a whole line can be left out");
		}
	}

	private void text(String where, SeedRecord record, String field, JsonNode value) {
		if (value.isObject()) {
			value.values().forEach((language) -> text(where, record, field, language));
			return;
		}
		if (!value.isString()) {
			return;
		}
		Matcher names = FigureBook.REFERENCE.matcher(value.asString());
		while (names.find()) {
			if (names.group(2) != null) {
				mark(where, record, field, Integer.parseInt(names.group(2)));
			}
			else if (TEXTS_WITH_FIGURES.contains(field)) {
				this.namedFigures.computeIfAbsent(where, (key) -> new LinkedHashSet<>()).add(names.group(1));
			}
			else {
				this.faults.add(where + "the field '" + field + "' cannot name a figure");
			}
		}
		if ("body".equals(field)) {
			RichText.objections(value.asString())
				.forEach((objection) -> this.faults.add(where + "the body may not hold '" + objection + "'"));
		}
	}

	/** Only these texts are shown with marks of their own. */
	private void mark(String where, SeedRecord record, String field, int number) {
		if (!"body".equals(field) && !(record instanceof SeedRecord.Section && "lead".equals(field))) {
			this.faults.add(where + "the field '" + field + "' cannot hold the mark of a quote");
		}
		else if (number > record.quotes().size()) {
			this.faults.add(where + "there is no quote number " + number + " for the mark [[§" + number + "]]");
		}
	}

	private void figure(String where, String code) {
		if (code != null && !this.names.getOrDefault("facts.yaml", Set.of()).contains(code)) {
			this.faults.add(where + "facts.yaml has no figure '" + code + "'");
		}
	}

}
