package edu.wenzhou.site.seed;

import jakarta.validation.Validator;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * The first content of an empty database. Runs once, in Flyway's transaction: all of the
 * seeds or nothing. From then on the database owns the content, so the migration has no
 * checksum and later changes to {@code seeds/} reach new databases only.
 */
@Component
class SeedMigration implements JavaMigration {

	private final Resource directory;

	private final Validator validator;

	@Autowired
	SeedMigration(Validator validator) {
		this(validator, new ClassPathResource("seeds/"));
	}

	SeedMigration(Validator validator, Resource directory) {
		this.validator = validator;
		this.directory = directory;
	}

	@Override
	public MigrationVersion getVersion() {
		return MigrationVersion.fromVersion("010");
	}

	@Override
	public String getDescription() {
		return "seeds";
	}

	@Override
	public Integer getChecksum() {
		return null;
	}

	@Override
	public boolean canExecuteInTransaction() {
		return true;
	}

	@Override
	public void migrate(Context context) {
		Seeds seeds = new SeedReader(this.directory, this.validator).read();
		// Flyway closes its own connection
		SingleConnectionDataSource connection = new SingleConnectionDataSource(context.getConnection(), true);
		new SeedWriter(JdbcClient.create(connection)).write(seeds);
	}

}
