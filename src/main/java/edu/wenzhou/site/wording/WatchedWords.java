package edu.wenzhou.site.wording;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import edu.wenzhou.site.audit.Actor;
import edu.wenzhou.site.audit.AuditTrail;
import edu.wenzhou.site.audit.AuditTrail.Item;
import edu.wenzhou.site.kept.KeptList;
import edu.wenzhou.site.kept.KeptRefusal;
import edu.wenzhou.site.text.FoldedText;
import edu.wenzhou.site.web.NotFoundException;
import edu.wenzhou.site.web.SiteTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Words that texts are looked through for, as people of the college keep them. Whatever
 * is kept holds for the next text that is looked at, on every node.
 */
@Service
class WatchedWords implements KeptList<WatchedWord> {

	/** Each text is looked through for all of them. */
	static final int MOST = 2_000;

	static final String READERS = "principal.withContent or principal.administrator";

	/**
	 * It holds for everybody's texts, so it is for those who look after the site or have
	 * the last word on all content.
	 */
	static final String KEEPERS = "principal.administrator or principal.may('APPROVER', null, null)";

	private static final String MATCHING = """
			from watched_word where (:q = '' or strpos(word, :q) > 0 or strpos(lower(coalesce(suggestion, '')), :q) > 0
			  or strpos(lower(coalesce(note, '')), :q) > 0)""";

	private static final String WORD = "select id, version, label, severity, suggestion, note, changed_by, changed_at ";

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
		.withZone(SiteTime.ZONE);

	private final JdbcClient jdbc;

	private final AuditTrail trail;

	private final Clock clock;

	WatchedWords(JdbcClient jdbc, AuditTrail trail, Clock clock) {
		this.jdbc = jdbc;
		this.trail = trail;
		this.clock = clock;
	}

	/** All of them, longer ones first: for looking through texts, by whomever. */
	List<WatchedWord> all() {
		return this.jdbc.sql(WORD + "from watched_word order by length(word) desc, word")
			.query(WatchedWords::word)
			.list();
	}

	@Override
	@PreAuthorize(READERS)
	public long count(String q) {
		return this.jdbc.sql("select count(*) " + MATCHING).param("q", folded(q)).query(Long.class).single();
	}

	@Override
	@PreAuthorize(READERS)
	public List<WatchedWord> list(String q, int offset, int limit) {
		return this.jdbc.sql(WORD + MATCHING + " order by changed_at desc, id desc limit :limit offset :offset")
			.param("q", folded(q))
			.param("limit", limit)
			.param("offset", offset)
			.query(WatchedWords::word)
			.list();
	}

	@Override
	@PreAuthorize(KEEPERS)
	public WatchedWord get(long id) {
		return this.jdbc.sql(WORD + "from watched_word where id = :id")
			.param("id", id)
			.query(WatchedWords::word)
			.optional()
			.orElseThrow(NotFoundException::new);
	}

	/**
	 * Adds a word.
	 * @throws KeptRefusal if it is there already
	 */
	@Transactional
	@PreAuthorize(KEEPERS)
	public void add(Actor actor, WatchedWord word) {
		takeTurn();
		if (this.jdbc.sql("select count(*) from watched_word").query(Long.class).single() >= MOST) {
			throw new KeptRefusal("word", "staff.words.full", MOST);
		}
		demandNew(0, word);
		long id = this.jdbc
			.sql("""
					insert into watched_word (word, label, severity, suggestion, note, changed_at, changed_by)
					values (:word, :label, :severity, nullif(:suggestion, ''), nullif(:note, ''), :now, :name) returning id""")
			.params(columns(actor, word))
			.query(Long.class)
			.single();
		this.trail.done(actor, "word.add", item(id, word), details(word));
	}

	/**
	 * Makes another entry of it.
	 * @return false where somebody else was quicker: then nothing is changed
	 * @throws KeptRefusal if the word stands in another entry
	 */
	@Transactional
	@PreAuthorize(KEEPERS)
	public boolean change(Actor actor, long id, WatchedWord word) {
		takeTurn();
		WatchedWord before = get(id);
		if (before.version() != word.version()) {
			return false;
		}
		demandNew(id, word);
		this.jdbc.sql("""
				update watched_word set word = :word, label = :label, severity = :severity,
				  suggestion = nullif(:suggestion, ''), note = nullif(:note, ''), version = version + 1,
				  changed_at = :now, changed_by = :name where id = :id""")
			.params(columns(actor, word))
			.param("id", id)
			.update();
		Map<String, Object> details = details(word);
		if (!before.word().equals(word.word())) {
			details.put("words-before", before.word());
		}
		this.trail.done(actor, "word.change", item(id, word), details);
		return true;
	}

	@Override
	@Transactional
	@PreAuthorize(KEEPERS)
	public void delete(Actor actor, long id) {
		takeTurn();
		WatchedWord word = get(id);
		this.jdbc.sql("delete from watched_word where id = ?").param(id).update();
		this.trail.done(actor, "word.delete", item(id, word), details(word));
	}

	/** One at a time, so that two people do not add one word. Reading goes on. */
	private void takeTurn() {
		this.jdbc.sql("lock table watched_word in share row exclusive mode").update();
	}

	private void demandNew(long id, WatchedWord word) {
		this.jdbc.sql("select label from watched_word where word = ? and id <> ?")
			.params(folded(word.word()), id)
			.query(String.class)
			.optional()
			.ifPresent((label) -> {
				throw new KeptRefusal("word", "staff.words.taken", label);
			});
	}

	private Map<String, Object> columns(Actor actor, WatchedWord word) {
		return Map.of("word", folded(word.word()), "label", word.word(), "severity", word.severity().name(),
				"suggestion", word.suggestion(), "note", word.note(), "now",
				OffsetDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC), "name", actor.name());
	}

	private static Map<String, Object> details(WatchedWord word) {
		Map<String, Object> details = new LinkedHashMap<>(Map.of("severity", word.severity().name()));
		details.put("suggestion", word.suggestion());
		details.put("note", word.note());
		details.values().removeIf(""::equals);
		return details;
	}

	private static String folded(String text) {
		return FoldedText.of(text).text();
	}

	private static Item item(long id, WatchedWord word) {
		return new Item("word", String.valueOf(id), word.word());
	}

	private static WatchedWord word(ResultSet row, int number) throws SQLException {
		return new WatchedWord(row.getLong("id"), row.getLong("version"), row.getString("label"),
				Severity.valueOf(row.getString("severity")), text(row, "suggestion"), text(row, "note"),
				row.getString("changed_by"), MINUTE.format(row.getObject("changed_at", OffsetDateTime.class)));
	}

	private static String text(ResultSet row, String column) throws SQLException {
		String text = row.getString(column);
		return (text != null) ? text : "";
	}

}
