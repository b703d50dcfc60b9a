package edu.wenzhou.site.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import edu.wenzhou.site.audit.Actor;
import edu.wenzhou.site.audit.AuditTrail;
import edu.wenzhou.site.audit.AuditTrail.Item;
import edu.wenzhou.site.kept.KeptList;
import edu.wenzhou.site.kept.KeptRefusal;
import edu.wenzhou.site.publishing.PerGeneration;
import edu.wenzhou.site.publishing.SiteGeneration;
import edu.wenzhou.site.web.NotFoundException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Words that mean the same, as people of the college keep them. */
@Service
class Synonyms implements KeptList<SynonymGroup> {

	/** All of them are in memory. */
	static final int MOST = 1_000;

	/** The groups that a search finds by their words; the newest change first. */
	private static final String GROUPS = """
			from search_synonym s where (:q = '' or exists (select 1 from search_synonym_word w
			  where w.synonym_id = s.id and (strpos(w.word, :q) > 0)))""";

	private static final String GROUP = """
			select s.id, s.version, s.changed_by, s.changed_at,
			  array(select w.label from search_synonym_word w where w.synonym_id = s.id order by w.position) as words\s""";

	private final JdbcClient jdbc;

	private final SiteGeneration generation;

	private final SearchMisses misses;

	private final AuditTrail trail;

	private final Clock clock;

	private final PerGeneration<Map<String, List<String>>> all;

	Synonyms(JdbcClient jdbc, SiteGeneration generation, SearchMisses misses, AuditTrail trail, Clock clock) {
		this.jdbc = jdbc;
		this.generation = generation;
		this.misses = misses;
		this.trail = trail;
		this.clock = clock;
		this.all = new PerGeneration<>(generation);
	}

	/** Each word that has others which mean the same, and those; as searches compare. */
	Map<String, List<String>> all() {
		return this.all.get(this::read);
	}

	/** Folded here and not in the table, which may be older than the way of folding. */
	private Map<String, List<String>> read() {
		Map<Long, List<String>> groups = new LinkedHashMap<>();
		this.jdbc.sql("select synonym_id, label from search_synonym_word order by synonym_id, position")
			.query((row) -> {
				groups.computeIfAbsent(row.getLong("synonym_id"), (id) -> new ArrayList<>())
					.add(Folded.of(row.getString("label")).text());
			});
		Map<String, List<String>> others = new HashMap<>();
		groups.values()
			.forEach((words) -> words
				.forEach((word) -> others.put(word, words.stream().filter((other) -> !other.equals(word)).toList())));
		return Map.copyOf(others);
	}

	@Override
	@PreAuthorize(SearchRoles.READERS)
	public long count(String q) {
		return this.jdbc.sql("select count(*) " + GROUPS).param("q", Folded.of(q).text()).query(Long.class).single();
	}

	@Override
	@PreAuthorize(SearchRoles.READERS)
	public List<SynonymGroup> list(String q, int offset, int limit) {
		return this.jdbc.sql(GROUP + GROUPS + " order by s.changed_at desc, s.id desc limit :limit offset :offset")
			.param("q", Folded.of(q).text())
			.param("limit", limit)
			.param("offset", offset)
			.query(Synonyms::group)
			.list();
	}

	@Override
	@PreAuthorize(SearchRoles.KEEPERS)
	public SynonymGroup get(long id) {
		return find(id).orElseThrow(NotFoundException::new);
	}

	private Optional<SynonymGroup> find(long id) {
		return this.jdbc.sql(GROUP + "from search_synonym s where s.id = :id")
			.param("id", id)
			.query(Synonyms::group)
			.optional();
	}

	/**
	 * Adds a group.
	 * @throws KeptRefusal if one of its words stands in another
	 */
	@Transactional
	@PreAuthorize(SearchRoles.KEEPERS)
	public void add(Actor actor, List<String> words) {
		takeTurn();
		if (this.jdbc.sql("select count(*) from search_synonym").query(Long.class).single() >= MOST) {
			throw new KeptRefusal("words", "staff.search.synonym.full", MOST);
		}
		long id = this.jdbc.sql("insert into search_synonym (changed_at, changed_by) values (:now, :name) returning id")
			.param("now", now())
			.param("name", actor.name())
			.query(Long.class)
			.single();
		write(id, words);
		changed(actor, "synonym.add", id, words, Map.of());
	}

	/**
	 * Gives a group other words.
	 * @return false where somebody else was quicker: then nothing is changed
	 * @throws KeptRefusal if one of its words stands in another
	 */
	@Transactional
	@PreAuthorize(SearchRoles.KEEPERS)
	public boolean change(Actor actor, long id, long version, List<String> words) {
		takeTurn();
		SynonymGroup before = get(id);
		if (before.version() != version) {
			return false;
		}
		this.jdbc.sql(
				"update search_synonym set version = version + 1, changed_at = :now, changed_by = :name where id = :id")
			.param("now", now())
			.param("name", actor.name())
			.param("id", id)
			.update();
		this.jdbc.sql("delete from search_synonym_word where synonym_id = ?").param(id).update();
		write(id, words);
		changed(actor, "synonym.change", id, words, Map.of("words-before", before.name()));
		return true;
	}

	@Override
	@Transactional
	@PreAuthorize(SearchRoles.KEEPERS)
	public void delete(Actor actor, long id) {
		takeTurn();
		SynonymGroup group = get(id);
		this.jdbc.sql("delete from search_synonym where id = ?").param(id).update();
		this.trail.done(actor, "synonym.delete", item(id, group.words()), Map.of());
	}

	/**
	 * One at a time, so that two people do not put one word into two groups. Whoever
	 * publishes raises this number first, too: so nobody waits in a circle.
	 */
	private void takeTurn() {
		this.generation.raise(this.clock.instant());
	}

	private void write(long id, List<String> words) {
		List<String> folded = words.stream().map((word) -> Folded.of(word).text()).toList();
		this.jdbc.sql(GROUP + """
				from search_synonym s where s.id in (select synonym_id from search_synonym_word where word in (:words))
				order by s.id limit 1""")
			.param("words", folded)
			.query(Synonyms::group)
			.optional()
			.ifPresent((other) -> {
				List<String> shared = other.words()
					.stream()
					.filter((word) -> folded.contains(Folded.of(word).text()))
					.toList();
				throw new KeptRefusal("words", "staff.search.synonym.taken", String.join("、", shared), other.name());
			});
		for (int position = 0; position < words.size(); position++) {
			this.jdbc.sql("insert into search_synonym_word (word, synonym_id, position, label) values (?, ?, ?, ?)")
				.params(folded.get(position), id, position + 1, words.get(position))
				.update();
		}
	}

	private void changed(Actor actor, String action, long id, List<String> words, Map<String, ?> details) {
		this.misses.answered(words);
		this.trail.done(actor, action, item(id, words), details);
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private static Item item(long id, List<String> words) {
		return new Item("synonym", String.valueOf(id), String.join(" = ", words));
	}

	private static SynonymGroup group(ResultSet row, int number) throws SQLException {
		return new SynonymGroup(row.getLong("id"), row.getLong("version"),
				List.of((String[]) row.getArray("words").getArray()), row.getString("changed_by"),
				SearchTimes.minute(row, "changed_at"));
	}

}
