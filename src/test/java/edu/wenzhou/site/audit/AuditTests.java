package edu.wenzhou.site.audit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import edu.wenzhou.site.WebTest;
import edu.wenzhou.site.audit.AuditTrail.Item;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Events are added and never changed. */
class AuditTests extends WebTest {

	private static final Actor ACTOR = new Actor(null, "", "192.0.2.1", "test");

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private AuditTrail trail;

	@Autowired
	private PlatformTransactionManager transactions;

	@ParameterizedTest
	@ValueSource(strings = { "update audit_event set actor_name = 'x'", "delete from audit_event",
			"delete from audit_event where id = -1", "truncate audit_event",
			"merge into audit_event e using (values (1)) v (x) on true when matched then delete",
			"set local session_replication_role = replica; delete from audit_event" })
	void theDatabaseRefusesToChangeThem(String statement) {
		this.trail.done(ACTOR, "test.refused-change", Item.NONE, Map.of());
		long before = count();
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> new TransactionTemplate(this.transactions)
				.executeWithoutResult((status) -> this.jdbc.sql(statement).update()))
			.havingRootCause()
			.withMessageContaining("audit_event is append-only");
		assertThat(count()).isEqualTo(before);
	}

	@Test
	void anEventGoesWithTheChangeThatItTellsOf() {
		long before = count();
		new TransactionTemplate(this.transactions).executeWithoutResult((status) -> {
			this.trail.done(ACTOR, "test.undone", Item.NONE, Map.of());
			status.setRollbackOnly();
		});
		assertThat(count()).isEqualTo(before);
	}

	@Test
	void whatIsRecordedIsWhoWhatWhereAndOutcome() {
		this.trail.refused(new Actor(7L, "王敏", "2001:db8::1", "Browser/1"), "test.everything",
				new Item("notice", "12", "招生简章"), Map.of("reason", "a \"quoted\" one"));
		assertThat(this.jdbc.sql("""
				select actor_id || '|' || actor_name || '|' || address || '|' || client || '|' || item_type || '|'
				|| item_id || '|' || item_name || '|' || outcome || '|' || (details ->> 'reason')
				|| '|' || (at between now() - interval '1 minute' and clock_timestamp())
				from audit_event where action = 'test.everything'""").query(String.class).single())
			.isEqualTo("7|王敏|2001:db8::1|Browser/1|notice|12|招生简章|REFUSED|a \"quoted\" one|true");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = { "plain|\"plain\"", "=1+1|\"'=1+1\"", "+86|\"'+86\"",
			"-1|\"'-1\"", "@SUM(A1)|\"'@SUM(A1)\"", "` =1`|\"' =1\"", "＝1|\"'＝1\"", "a,\"b\"|\"a,\"\"b\"\"\"" })
	void aSpreadsheetRunsNothing(String cell, String written) {
		StringWriter out = new StringWriter();
		new Csv(out).row(cell, null);
		assertThat(out).hasToString(written + ",\"\"\r\n");
	}

	@Test
	void aWorkbookGoesOnOnAnotherSheet(@TempDir Path folder) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (Xlsx xlsx = new Xlsx(out, "记录", 3, "=head")) {
			for (String cell : List.of("=1+1", "<&\u0001>", "x".repeat(40_000), "@SUM(A1)", "+86")) {
				xlsx.row(cell);
			}
		}
		Path file = Files.write(folder.resolve("x.xlsx"), out.toByteArray());
		Map<String, String> files = new HashMap<>();
		try (ZipFile zip = new ZipFile(file.toFile())) {
			for (ZipEntry entry : Collections.list(zip.entries())) {
				files.put(entry.getName(),
						new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
			}
		}
		assertThat(Jsoup.parse(files.get("xl/workbook.xml"), Parser.xmlParser()).select("sheet").eachAttr("name"))
			.containsExactly("记录", "记录 2");
		assertThat(Jsoup.parse(files.get("xl/worksheets/sheet1.xml"), Parser.xmlParser()).select("c").eachText())
			.containsExactly("=head", "=1+1", "<&>", "x".repeat(32_766));
		assertThat(Jsoup.parse(files.get("xl/worksheets/sheet2.xml"), Parser.xmlParser()).select("c").eachText())
			.containsExactly("=head", "@SUM(A1)", "+86");
		assertThat(files.values()).allMatch((text) -> !text.contains("<f>"));
	}

	private long count() {
		return this.jdbc.sql("select count(*) from audit_event").query(Long.class).single();
	}

}
