package edu.wenzhou.site.seed;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import edu.wenzhou.site.TestDatabase;
import jakarta.validation.Validation;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Loading into a database of its own: all of the seeds or nothing. */
class SeedMigrationTests {

	private final DriverManagerDataSource database = new DriverManagerDataSource(TestDatabase.freshUrl(),
			TestDatabase.USERNAME, TestDatabase.PASSWORD);

	private final JdbcClient jdbc = JdbcClient.create(this.database);

	@Test
	void everyQuoteIsStoredWhereItStands() {
		migrate(SeedTest.SEEDS);
		List<String> wrong = this.jdbc.sql("""
				select q.quote from source_quote q join source_document d on d.id = q.source_document_id
				where substr(d.content, q.start_offset + 1, q.end_offset - q.start_offset) <> q.quote""")
			.query(String.class)
			.list();
		assertThat(wrong).isEmpty();
		assertThat(this.jdbc.sql("select count(*) from source_quote").query(Integer.class).single()).isGreaterThan(100);
		assertThat(this.jdbc.sql("select count(*) from source_restoration where restored = '就业'")
			.query(Integer.class)
			.single()).isEqualTo(3);
	}

	@Test
	void itRunsOnce() {
		migrate(SeedTest.SEEDS);
		this.jdbc.sql("delete from honour").update();
		migrate(SeedTest.SEEDS);
		assertThat(this.jdbc.sql("select count(*) from honour").query(Integer.class).single()).isZero();
	}

	@Test
	void aFaultFoundLateLeavesNothingBehind(@TempDir Path directory) throws Exception {
		SeedTest.copy(directory);
		Path file = directory.resolve("partnerships.yaml");
		Files.writeString(file, Files.readString(file).replace("regions: [asean]", "regions: [atlantis]"));
		assertThatExceptionOfType(Exception.class).isThrownBy(() -> migrate(directory))
			.satisfies(
					(exception) -> assertThat(exception).hasStackTraceContaining("the table region has no 'atlantis'"));
		assertThat(this.jdbc.sql("select count(*) from source_document").query(Integer.class).single()).isZero();
		migrate(SeedTest.SEEDS);
		assertThat(this.jdbc.sql("select count(*) from honour").query(Integer.class).single()).isPositive();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			sections.yaml | slug: overview | slug: history | record 'history'
			sections.yaml | state: to-confirm | state: conflicting | record 'philosophy'
			honours.yaml | 'quotes: [浙江省文明单位]' | 'quotes: [浙江省文明单位, 浙江省文明单位]' | record 'provincial-civilised-unit'
			honours.yaml | 'quotes: [浙江省文明单位]' | 'quotes: [浙江省文明单位]\n  year: 12' | record 'provincial-civilised-unit'
			partnerships.yaml | 'regions: [asean]' | 'regions: [asean, asean]' | record 'china-asean-project'
			profile.yaml | slug: college | slug: academy | record 'academy'
			""")
	void whatOnlyTheTablesKnowIsNamedToo(String file, String target, String replacement, String record,
			@TempDir Path directory) throws Exception {
		SeedTest.copy(directory);
		String text = Files.readString(directory.resolve(file));
		assertThat(text).contains(target);
		Files.writeString(directory.resolve(file), text.replace(target, replacement.replace("\\n", "\n")));
		assertThatExceptionOfType(Exception.class).isThrownBy(() -> migrate(directory))
			.satisfies((exception) -> assertThat(exception)
				.hasStackTraceContaining("seeds/" + file + ", " + record + ": the database refuses it: "));
	}

	private void migrate(Path seeds) {
		SeedMigration migration = new SeedMigration(Validation.buildDefaultValidatorFactory().getValidator(),
				new FileSystemResource(seeds + "/"));
		Flyway.configure()
			.dataSource(this.database)
			.locations("classpath:db/migration")
			.javaMigrations(migration)
			.load()
			.migrate();
	}

}
