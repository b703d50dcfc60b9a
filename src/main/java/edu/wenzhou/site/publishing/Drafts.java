package edu.wenzhou.site.publishing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people wrote last, for whoever has to begin with everything. */
@Service
public class Drafts {

	private static final String DRAFT = """
			select i.id, i.type, i.updated_at, v.payload from content_item i
			join content_revision v on v.id = i.latest_revision_id\s""";

	private final JdbcClient jdbc;

	private final ContentTypes types;

	Drafts(JdbcClient jdbc, ContentTypes types) {
		this.jdbc = jdbc;
		this.types = types;
	}

	/**
	 * Calls for the newest text of each item, also of those in the trash, the oldest item
	 * first, in one transaction; they are never all in memory.
	 */
	@Transactional
	public void each(Consumer<Draft> consumer) {
		try (Stream<Draft> drafts = this.jdbc.sql(DRAFT + "order by i.id")
			.withFetchSize(Publications.FETCH)
			.query(this::draft)
			.stream()) {
			drafts.forEach(consumer);
		}
	}

	/** The newest text of one item. */
	public Draft of(long item) {
		return this.jdbc.sql(DRAFT + "where i.id = ?").param(item).query(this::draft).single();
	}

	private Draft draft(ResultSet row, int number) throws SQLException {
		return new Draft(row.getLong("id"), this.types.get(row.getString("type")),
				Values.parse(row.getString("payload")), row.getObject("updated_at", OffsetDateTime.class).toInstant());
	}

	/**
	 * The newest text of an item, which may be anything.
	 *
	 * @param saved when
	 */
	public record Draft(long item, ContentType type, Values values, Instant saved) {

	}

}
