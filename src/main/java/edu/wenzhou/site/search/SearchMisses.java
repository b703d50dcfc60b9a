package edu.wenzhou.site.search;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import edu.wenzhou.site.audit.Actor;
import edu.wenzhou.site.audit.AuditTrail;
import edu.wenzhou.site.audit.AuditTrail.Item;
import edu.wenzhou.site.publishing.Chores;
import edu.wenzhou.site.staff.StaffUser;
import edu.wenzhou.site.web.NotFoundException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What visitors looked for in vain, for people who can do something about it. */
@Service
class SearchMisses implements Chores {

	private static final String MISSES = """
			from search_miss where (done_at is null) = :open and (:q = '' or strpos(query, :q) > 0)""";

	private final JdbcClient jdbc;

	private final AuditTrail trail;

	private final Clock clock;

	SearchMisses(JdbcClient jdbc, AuditTrail trail, Clock clock) {
		this.jdbc = jdbc;
		this.trail = trail;
		this.clock = clock;
	}

	@Override
	public Optional<Chore> open(StaffUser user) {
		if (!SearchRoles.isKeeper(user)) {
			return Optional.empty();
		}
		long number = this.jdbc.sql("select count(*) from search_miss where done_at is null")
			.query(Long.class)
			.single();
		return Optional.of(new Chore("misses", number, "/staff/search/misses"));
	}

	@PreAuthorize(SearchRoles.READERS)
	public long count(boolean open, String q) {
		return this.jdbc.sql("select count(*) " + MISSES)
			.param("open", open)
			.param("q", Folded.of(q).text())
			.query(Long.class)
			.single();
	}

	/** What was wanted most comes first. */
	@PreAuthorize(SearchRoles.READERS)
	public List<SearchMiss> list(boolean open, String q, int offset, int limit) {
		return this.jdbc.sql("select * " + MISSES + """
				order by number desc, last_on desc, id limit :limit offset :offset""")
			.param("open", open)
			.param("q", Folded.of(q).text())
			.param("limit", limit)
			.param("offset", offset)
			.query(SearchMiss::of)
			.list();
	}

	/**
	 * Nobody need look at it any more, or somebody has to again.
	 * @throws NotFoundException if it is not there
	 */
	@Transactional
	@PreAuthorize(SearchRoles.KEEPERS)
	public void mark(Actor actor, long id, boolean done) {
		String query = this.jdbc
			.sql("update search_miss set done_at = :at, done_by = :name where id = :id returning query")
			.param("at", done ? this.clock.instant().atOffset(ZoneOffset.UTC) : null)
			.param("name", done ? actor.name() : null)
			.param("id", id)
			.query(String.class)
			.optional()
			.orElseThrow(NotFoundException::new);
		this.trail.done(actor, done ? "miss.done" : "miss.reopen", new Item("miss", String.valueOf(id), query),
				Map.of());
	}

	/**
	 * These words are taken care of. What is looked for in vain nevertheless comes back.
	 */
	void answered(List<String> words) {
		this.jdbc.sql("delete from search_miss where query in (:words)")
			.param("words", words.stream().map((word) -> Folded.of(word).text()).toList())
			.update();
	}

}
