package edu.wenzhou.site.seed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import edu.wenzhou.site.fact.FactState;
import edu.wenzhou.site.fact.Qualifier;
import edu.wenzhou.site.seed.SeedRecord.Text;
import edu.wenzhou.site.seed.Seeds.Passage;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes checked seeds into the tables. The order of the files becomes the order on the
 * pages.
 */
class SeedWriter {

	private final JdbcClient jdbc;

	private final Map<Passage, Long> quotes = new HashMap<>();

	private final Map<Passage, Long> sentences = new HashMap<>();

	private final Map<String, Long> facts = new HashMap<>();

	private Seeds seeds;

	private List<Long> documents;

	SeedWriter(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void write(Seeds seeds) {
		this.seeds = seeds;
		this.documents = seeds.documents().stream().map(this::document).toList();
		each("unpublished.yaml", seeds.omissions(), this::omission);
		each("facts.yaml", seeds.facts(), this::fact);
		each("profile.yaml", seeds.profile(), this::profile);
		each("sections.yaml", seeds.sections(), this::section);
		Map<String, Long> events = new HashMap<>();
		each("history.yaml", seeds.events(), (event) -> events.put(event.slug(), event(event)));
		each("predecessors.yaml", seeds.predecessors(),
				(predecessor) -> predecessor(predecessor, events.get(predecessor.event())));
		each("campuses.yaml", seeds.campuses(), this::campus);
		each("schools.yaml", seeds.schools(), this::school);
		each("honours.yaml", seeds.honours(), this::honour);
		each("partnerships.yaml", seeds.partnerships(), this::partnership);
	}

	/** What only the tables know, such as the range of a year, is refused by them. */
	private <T extends SeedRecord> void each(String file, List<T> records, Consumer<T> write) {
		for (T record : records) {
			try {
				write.accept(record);
			}
			catch (DataAccessException ex) {
				String reason = ex.getMostSpecificCause().getMessage().lines().findFirst().orElse("");
				throw new SeedException(
						List.of(SeedReader.where(file, record.slug()) + "the database refuses it: " + reason));
			}
		}
	}

	private long document(SourceText source) {
		long id = new Row("source_document").with("slug", source.document().slug())
			.with("position", this.seeds.documents().indexOf(source) + 1)
			.with("title", source.document().title())
			.with("content", source.content())
			.with("sha256", source.sha256())
			.insert();
		SeedRecord.Masked masked = source.document().masked();
		if (masked != null) {
			for (int start : source.occurrences(masked.text())) {
				new Row("source_restoration").with("source_document_id", id)
					.with("start_offset", start)
					.with("end_offset", start + masked.text().codePointCount(0, masked.text().length()))
					.with("restored", masked.restored())
					.insert();
			}
		}
		Set<String> headings = this.seeds.omissions()
			.stream()
			.filter(SeedRecord.Omission::shown)
			.map(SeedRecord.Omission::quote)
			.collect(Collectors.toSet());
		for (SourceText.Sentence sentence : source.sentences(headings)) {
			boolean whole = masked == null || !sentence.content().contains(masked.text());
			long sentenceId = new Row("source_sentence").with("source_document_id", id)
				.with("start_offset", sentence.start())
				.with("end_offset", sentence.end())
				.with("content", sentence.content())
				.with("heading", sentence.heading())
				.with("paragraph", sentence.paragraph())
				.with("masked", whole ? null : (Object) masked.text())
				.with("restored", whole ? null : (Object) masked.restored())
				.insert();
			this.sentences.put(new Passage(this.seeds.documents().indexOf(source), sentence.start(), sentence.end()),
					sentenceId);
		}
		return id;
	}

	/** The sentence that holds a passage; none holds one that crosses a full stop. */
	private long sentence(Passage passage) {
		return this.sentences.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().document() == passage.document()
					&& entry.getKey().start() <= passage.start() && passage.end() <= entry.getKey().end())
			.map(Map.Entry::getValue)
			.findFirst()
			.orElseThrow(() -> new DataIntegrityViolationException("a quote must lie within one sentence"));
	}

	private void omission(SeedRecord.Omission omission) {
		Passage passage = this.seeds.passages().get(omission.quote());
		new Row("source_omission").with("source_document_id", this.documents.get(passage.document()))
			.with("start_offset", passage.start())
			.with("end_offset", passage.end())
			.with("shown", omission.shown())
			.with("reason", omission.reason())
			.insert();
	}

	private void fact(SeedRecord.Fact fact) {
		long id = new Row("fact").with("code", fact.code())
			.with("position", this.seeds.facts().indexOf(fact) + 1)
			.with("label", fact.label())
			.with("value", fact.value())
			.with("qualifier", ((fact.qualifier() != null) ? fact.qualifier() : Qualifier.EXACT).name())
			.with("unit", fact.unit())
			.with("period", fact.period())
			.with("fact_group", fact.group().name())
			.with("as_of", fact.asOf())
			.with("valid_until", fact.validUntil())
			.with("state", state(fact.state()))
			.insert();
		this.facts.put(fact.code(), id);
		sources("fact", id, fact);
	}

	private void profile(SeedRecord.Profile profile) {
		long id = new Row("college_profile").with("slug", profile.slug())
			.with("name", profile.name())
			.with("short_name", profile.shortName())
			.with("founded_year_fact_id", this.facts.get(profile.foundedYear()))
			.with("roots_year_fact_id", this.facts.get(profile.rootsYear()))
			.with("approving_authority", profile.approvingAuthority())
			.with("level", profile.level())
			.with("kind", profile.kind())
			.with("motto", profile.motto())
			.with("model_name", profile.modelName())
			.with("model_practice", profile.modelPractice())
			.with("summary", profile.summary())
			.insert();
		int position = 0;
		for (Map.Entry<String, List<String>> field : profile.sources().entrySet()) {
			for (String quote : field.getValue()) {
				this.jdbc
					.sql("insert into college_profile_source (college_profile_id, source_quote_id, position, field)"
							+ " values (?, ?, ?, ?)")
					.params(id, quote(quote), position++, field.getKey())
					.update();
			}
		}
	}

	private void section(SeedRecord.Section section) {
		long id = row("profile_section", section, this.seeds.sections()).with("title", section.title())
			.with("lead", section.lead())
			.with("body", section.body())
			.with("state", state(section.state()))
			.insert();
		sources("profile_section", id, section);
	}

	private long event(SeedRecord.Event event) {
		long id = row("history_event", event, this.seeds.events()).with("year", event.year())
			.with("year_fact_id", this.facts.get(event.yearFact()))
			.with("reach", event.reach())
			.with("title", event.title())
			.with("text", event.text())
			.insert();
		sources("history_event", id, event);
		return id;
	}

	private void predecessor(SeedRecord.Predecessor predecessor, long event) {
		long id = row("predecessor", predecessor, this.seeds.predecessors()).with("name", predecessor.name())
			.with("history_event_id", event)
			.insert();
		sources("predecessor", id, predecessor);
	}

	private void campus(SeedRecord.Campus campus) {
		long id = row("campus", campus, this.seeds.campuses()).with("name", campus.name())
			.with("district", campus.district())
			.with("address", campus.address())
			.with("lead", campus.lead())
			.with("body", campus.body())
			.insert();
		sources("campus", id, campus);
	}

	private void school(SeedRecord.School school) {
		long id = row("school", school, this.seeds.schools()).with("name", school.name())
			.with("other_names", school.otherNames())
			.with("lead", school.lead())
			.with("body", school.body())
			.insert();
		sources("school", id, school);
	}

	private void honour(SeedRecord.Honour honour) {
		long id = row("honour", honour, this.seeds.honours()).with("title", honour.title())
			.with("detail", honour.detail())
			.with("level", (honour.level() != null) ? honour.level().name() : null)
			.with("category", honour.category().name())
			.with("awarding_body", honour.awardingBody())
			.with("year", honour.year())
			.with("count_fact_id", this.facts.get(honour.count()))
			.insert();
		sources("honour", id, honour);
	}

	private void partnership(SeedRecord.Partnership partnership) {
		long id = row("partnership", partnership, this.seeds.partnerships()).with("name", partnership.name())
			.with("kind", partnership.kind().name())
			.with("partners", partnership.partners())
			.with("since", partnership.since())
			.with("count_fact_id", this.facts.get(partnership.count()))
			.with("lead", partnership.lead())
			.with("body", partnership.body())
			.insert();
		sources("partnership", id, partnership);
		for (int i = 0; i < partnership.regions().size(); i++) {
			int found = this.jdbc
				.sql("insert into partnership_region (partnership_id, region_id, position)"
						+ " select ?, id, ? from region where slug = ?")
				.params(id, i, partnership.regions().get(i))
				.update();
			if (found == 0) {
				throw new SeedException(List.of(SeedReader.where("partnerships.yaml", partnership.slug())
						+ "the table region has no '" + partnership.regions().get(i) + "'"));
			}
		}
	}

	/** What quotes a record rests on, in their order. */
	private void sources(String table, long id, SeedRecord record) {
		for (int i = 0; i < record.quotes().size(); i++) {
			this.jdbc
				.sql("insert into " + table + "_source (" + table + "_id, source_quote_id, position) values (?, ?, ?)")
				.params(id, quote(record.quotes().get(i)), i)
				.update();
		}
	}

	/** A passage is stored once, whoever quotes it. */
	private long quote(String quote) {
		return this.quotes.computeIfAbsent(this.seeds.passages().get(quote),
				(passage) -> new Row("source_quote").with("source_document_id", this.documents.get(passage.document()))
					.with("source_sentence_id", sentence(passage))
					.with("start_offset", passage.start())
					.with("end_offset", passage.end())
					.with("quote", quote)
					.with("anchor",
							this.seeds.documents().get(passage.document()).document().slug() + "-" + passage.start()
									+ "-" + passage.end())
					.insert());
	}

	private <T extends SeedRecord> Row row(String table, T record, List<T> all) {
		return new Row(table).with("slug", record.slug()).with("position", all.indexOf(record) + 1);
	}

	private static String state(FactState state) {
		return ((state != null) ? state : FactState.CONFIRMED).name();
	}

	/**
	 * A row to insert; table and columns are constants of this class, values are
	 * parameters.
	 */
	private final class Row {

		private final String table;

		private final Map<String, Object> columns = new LinkedHashMap<>();

		private Row(String table) {
			this.table = table;
		}

		private Row with(String column, Object value) {
			this.columns.put(column, value);
			return this;
		}

		private Row with(String column, Text text) {
			with(column + "_zh", (text != null) ? (Object) text.zh() : null);
			return with(column + "_en", (text != null) ? (Object) text.en() : null);
		}

		private long insert() {
			String names = String.join(", ", this.columns.keySet());
			String marks = String.join(", ", this.columns.keySet().stream().map((column) -> "?").toList());
			return SeedWriter.this.jdbc
				.sql("insert into " + this.table + " (" + names + ") values (" + marks + ") returning id")
				.params(new ArrayList<>(this.columns.values()))
				.query(Long.class)
				.single();
		}

	}

}
