package edu.wenzhou.site.audit;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads events, the newest first. */
@Component
class AuditLog {

	static final int PAGE = 50;

	/** Rows that an export holds at a time; a table of years does not fit in memory. */
	private static final int FETCH = 500;

	private final JdbcClient jdbc;

	AuditLog(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Transactional(readOnly = true)
	public Result find(AuditFilter filter, int page) {
		long total = this.jdbc.sql("select count(*) from audit_event " + filter.condition())
			.params(filter.parameters())
			.query(Long.class)
			.single();
		List<AuditEvent> events = this.jdbc
			.sql("select * from audit_event " + filter.condition()
					+ " order by at desc, id desc limit :limit offset :offset")
			.params(filter.parameters())
			.param("limit", PAGE)
			.param("offset", (page - 1L) * PAGE)
			.query(AuditEvent::of)
			.list();
		return new Result(events, total, page, (int) Math.max(1, (total + PAGE - 1) / PAGE));
	}

	/** Hands over every event, one by one. */
	@Transactional(readOnly = true)
	public void each(AuditFilter filter, Consumer<AuditEvent> consumer) {
		try (Stream<AuditEvent> events = this.jdbc
			.sql("select * from audit_event " + filter.condition() + " order by at desc, id desc")
			.params(filter.parameters())
			.withFetchSize(FETCH)
			.query(AuditEvent::of)
			.stream()) {
			events.forEach(consumer);
		}
	}

	/** The actions that occur, found along the index instead of by reading every row. */
	List<String> actions() {
		return this.jdbc.sql("""
				with recursive found as (
				  (select action from audit_event order by action limit 1)
				  union all
				  select (select e.action from audit_event e where e.action > found.action order by e.action limit 1)
				    from found where found.action is not null)
				select action from found where action is not null""").query(String.class).list();
	}

	/**
	 * A page of events.
	 *
	 * @param total how many events match
	 * @param page from 1
	 * @param pages how many there are, at least 1
	 */
	record Result(List<AuditEvent> events, long total, int page, int pages) {

	}

}
