package edu.wenzhou.site.publishing;

import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import edu.wenzhou.site.audit.Actor;
import edu.wenzhou.site.audit.AuditTrail;
import edu.wenzhou.site.audit.AuditTrail.Item;
import edu.wenzhou.site.publishing.Editing.Outcome;
import edu.wenzhou.site.publishing.Revision.Base;
import edu.wenzhou.site.staff.StaffUser;
import edu.wenzhou.site.table.Table;
import edu.wenzhou.site.table.Table.Line;
import edu.wenzhou.site.web.NotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.DigestUtils;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns rows of tables into drafts. Between the upload and the confirmation the rows wait
 * in the database, not in a form; nobody but the person who uploaded them gets at them.
 */
@Service
class TableImports {

	/** Rows that one request saves; the page asks for the rest. */
	static final int BATCH = 500;

	private static final Logger logger = LoggerFactory.getLogger(TableImports.class);

	/** How long a table waits, and is looked at afterwards. */
	private static final Duration KEPT = Duration.ofHours(24);

	/** Tables that a person has waiting. */
	private static final int WAITING = 5;

	private static final TypeReference<List<String>> CELLS = new TypeReference<>() {
	};

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final ContentTypes types;

	private final ContentStore store;

	private final Editing editing;

	private final ImportPlans plans;

	private final AuditTrail trail;

	private final JdbcClient jdbc;

	private final Clock clock;

	private final TransactionTemplate transaction;

	TableImports(ContentTypes types, ContentStore store, Editing editing, ImportPlans plans, AuditTrail trail,
			JdbcClient jdbc, Clock clock, TransactionTemplate transaction) {
		this.types = types;
		this.store = store;
		this.editing = editing;
		this.plans = plans;
		this.trail = trail;
		this.jdbc = jdbc;
		this.clock = clock;
		this.transaction = transaction;
	}

	/**
	 * Keeps a table for the next step; the oldest that this person has waiting gives way,
	 * unless something of it was confirmed and is still to be saved.
	 */
	@Transactional
	public long begin(StaffUser user, ContentType type, String fileName, Table table) {
		Access.demand(this.types.importable(user).contains(type));
		Instant now = this.clock.instant();
		this.jdbc.sql("""
				delete from table_import t where account_id = :me and id not in (
				  select id from table_import where account_id = :me order by created_at desc, id desc limit :most)
				and not exists (select from table_import_row r
				  where r.import_id = t.id and r.payload is not null and r.outcome is null)""")
			.param("me", user.id())
			.param("most", WAITING - 1)
			.update();
		long id = this.jdbc.sql("""
				insert into table_import (type, file_name, account_id, head, fields, created_at, expires_at)
				values (:type, :file, :me, :head, :fields, :now, :until) returning id""")
			.param("type", type.getKey())
			.param("file", fileName)
			.param("me", user.id())
			.param("head", table.head().stream().map(Table::shown).toArray(String[]::new))
			.param("fields", this.plans.guess(type, table.head()).toArray(String[]::new))
			.param("now", ContentStore.at(now))
			.param("until", ContentStore.at(now.plus(KEPT)))
			.query(Long.class)
			.single();
		this.jdbc.sql("""
				insert into table_import_row (import_id, number, cells)
				select :id, n, c from unnest(cast(:numbers as integer[]), cast(:cells as text[])) as t (n, c)""")
			.param("id", id)
			.param("numbers", column(table.lines(), Line::number, Integer[]::new))
			.param("cells", column(table.lines(), (line) -> JSON.writeValueAsString(line.cells()), String[]::new))
			.update();
		return id;
	}

	/** Those that this person has, the newest first. */
	List<TableImport> of(StaffUser user) {
		return this.jdbc
			.sql("select * from table_import where account_id = ? and expires_at > ? order by created_at desc, id desc")
			.params(user.id(), ContentStore.at(this.clock.instant()))
			.query(this::row)
			.list();
	}

	/**
	 * @throws NotFoundException also for one of somebody else, or that is over
	 */
	TableImport get(StaffUser user, long id) {
		return get(user, id, "");
	}

	private TableImport get(StaffUser user, long id, String lock) {
		TableImport found = this.jdbc
			.sql("select * from table_import where id = ? and account_id = ? and expires_at > ?" + lock)
			.params(id, user.id(), ContentStore.at(this.clock.instant()))
			.query(this::row)
			.optional()
			.orElseThrow(NotFoundException::new);
		Access.demand(this.types.importable(user).contains(found.type()));
		return found;
	}

	/** Which column goes to which field. What is no field of the type is left out. */
	@Transactional
	public void match(StaffUser user, long id, List<String> fields) {
		TableImport table = get(user, id, " for update");
		List<String> known = TableImport.fillable(table.type()).stream().map(Field::name).toList();
		if (!table.confirmed()) {
			this.jdbc.sql("update table_import set fields = ? where id = ?")
				.params(fields.stream()
					.map((field) -> (field != null && known.contains(field)) ? field : "")
					.toArray(String[]::new), id)
				.update();
		}
	}

	/** What is going to happen to each row. */
	List<PlannedRow> plan(TableImport table) {
		return this.plans.plan(table,
				this.jdbc.sql("select number, cells from table_import_row where import_id = ? order by number")
					.param(table.id())
					.query((row, number) -> new Line(row.getInt(1), JSON.readValue(row.getString(2), CELLS)))
					.list());
	}

	/** To notice a difference by; nothing secret. */
	static String hash(List<PlannedRow> plan) {
		return DigestUtils.md5DigestAsHex(plan.toString().getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * From now on the rows are to be saved as the page showed it.
	 * @param seen the hash of what it showed
	 * @return false if something else would happen now, or nothing
	 */
	@Transactional
	public boolean confirm(StaffUser user, Actor actor, long id, String seen) {
		TableImport table = get(user, id, " for update");
		if (table.confirmed()) {
			return true;
		}
		List<PlannedRow> plan = plan(table);
		List<PlannedRow> saved = plan.stream().filter(PlannedRow::isSaved).toList();
		if (saved.isEmpty() || !hash(plan).equals(seen)) {
			return false;
		}
		this.jdbc
			.sql("""
					update table_import_row r set payload = t.payload, item_id = t.item, base_revision_id = t.base, base_hash = t.hash
					from unnest(cast(:numbers as integer[]), cast(:payloads as text[]), cast(:items as bigint[]), cast(:bases as bigint[]), cast(:hashes as text[]))
					  as t (number, payload, item, base, hash) where r.import_id = :id and r.number = t.number""")
			.param("id", id)
			.param("numbers", column(saved, PlannedRow::number, Integer[]::new))
			.param("payloads", column(saved, (row) -> row.values().json(), String[]::new))
			.param("items", column(saved, PlannedRow::item, Long[]::new))
			.param("bases", column(saved, (row) -> (row.base() != null) ? row.base().revision() : null, Long[]::new))
			.param("hashes", column(saved, (row) -> (row.base() != null) ? row.base().hash() : null, String[]::new))
			.update();
		Instant now = this.clock.instant();
		this.jdbc.sql("update table_import set confirmed_at = ?, expires_at = ? where id = ?")
			.params(ContentStore.at(now), ContentStore.at(now.plus(KEPT)), id)
			.update();
		this.trail.done(actor, "import.confirm", Item.NONE,
				Map.of("file", table.fileName(), "rows", saved.size(), "type", table.type().getKey()));
		return true;
	}

	/**
	 * Saves the next rows that were confirmed, each in a transaction of its own: a row
	 * becomes a draft and is done, or neither. Whoever asks at the same moment gets other
	 * rows.
	 */
	void work(StaffUser user, Actor actor, long id) {
		TableImport table = get(user, id);
		int done = 0;
		while (table.confirmed() && done < BATCH && one(user, actor, table)) {
			done++;
		}
	}

	private boolean one(StaffUser user, Actor actor, TableImport table) {
		AtomicReference<Confirmed> row = new AtomicReference<>();
		try {
			this.transaction.executeWithoutResult((status) -> {
				next(table.id()).ifPresent((next) -> {
					row.set(next);
					this.jdbc.sql(
							"update table_import_row set outcome = 'DONE', item_id = ? where import_id = ? and number = ?")
						.params(save(user, actor, table.type(), next), table.id(), next.number())
						.update();
				});
			});
		}
		catch (Refusal ex) {
			failed(table.id(), row.get(), ex.getKey());
		}
		catch (AccessDeniedException | NotFoundException ex) {
			failed(table.id(), row.get(), "staff.import.problem.access");
		}
		return row.get() != null;
	}

	private Optional<Confirmed> next(long id) {
		return this.jdbc
			.sql("""
					select number, payload, item_id, base_revision_id, base_hash from table_import_row
					where import_id = ? and payload is not null and outcome is null order by number limit 1 for update skip locked""")
			.param(id)
			.query((row, number) -> new Confirmed(row.getInt("number"), Values.parse(row.getString("payload")),
					row.getObject("item_id", Long.class),
					new Base(row.getLong("base_revision_id"), row.getString("base_hash"))))
			.optional();
	}

	/** As a person saves: nothing that somebody else wrote meanwhile is lost. */
	private long save(StaffUser user, Actor actor, ContentType type, Confirmed row) {
		if (row.item() == null) {
			return this.editing.create(user, actor, type, row.values());
		}
		ContentItem item = this.store.lock(row.item());
		if (item.review() != null && !item.review().emergency()) {
			throw new Refusal("staff.import.problem.review");
		}
		Outcome outcome = this.editing.save(user, actor, item.id(), row.values(), row.base(), "", true);
		if (outcome.isConflict()) {
			throw new Refusal("staff.import.problem.conflict");
		}
		return item.id();
	}

	private void failed(long id, Confirmed row, String problem) {
		this.jdbc.sql("""
				update table_import_row set outcome = 'FAILED', problem = ?
				where import_id = ? and number = ? and outcome is null""").params(problem, id, row.number()).update();
	}

	/** What became of the rows that were confirmed. */
	List<Result> results(TableImport table) {
		return this.jdbc
			.sql("""
					select r.number, r.outcome, r.problem, r.item_id, coalesce(i.title, '') as title, r.base_hash is null as fresh
					from table_import_row r left join content_item i on i.id = r.item_id
					where r.import_id = ? and r.payload is not null order by r.number""")
			.param(table.id())
			.query((row, number) -> new Result(row.getInt("number"), row.getString("outcome"), row.getString("problem"),
					row.getObject("item_id", Long.class), row.getString("title"), row.getBoolean("fresh")))
			.list();
	}

	/** Forgets what nobody confirmed in time, and what is over. */
	@Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
	void forget() {
		try {
			this.jdbc.sql("delete from table_import where expires_at <= ?")
				.param(ContentStore.at(this.clock.instant()))
				.update();
		}
		catch (DataAccessException | TransactionException ex) {
			logger.warn("Could not forget tables: {}", ex.getMessage());
		}
	}

	private TableImport row(ResultSet row, int number) throws SQLException {
		return new TableImport(row.getLong("id"), this.types.get(row.getString("type")), row.getString("file_name"),
				texts(row.getArray("head")), texts(row.getArray("fields")), Revision.time(row, "created_at"),
				Revision.time(row, "expires_at"), row.getObject("confirmed_at") != null);
	}

	private static List<String> texts(Array array) throws SQLException {
		return List.of((String[]) array.getArray());
	}

	/** One value of each row; null where it has none. */
	private static <R, T> T[] column(List<R> rows, Function<R, T> value, Function<Integer, T[]> make) {
		T[] column = make.apply(rows.size());
		for (int i = 0; i < column.length; i++) {
			column[i] = value.apply(rows.get(i));
		}
		return column;
	}

	/** A row that is to be saved. */
	private record Confirmed(int number, Values values, Long item, Base base) {

	}

	/**
	 * What became of a row.
	 *
	 * @param outcome null where it still waits
	 * @param problem the message that says why it failed
	 * @param fresh whether it is a new item
	 */
	record Result(int number, String outcome, String problem, Long item, String title, boolean fresh) {

	}

}
