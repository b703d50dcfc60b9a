package edu.wenzhou.site.publishing;

import java.time.Instant;
import java.util.List;

import edu.wenzhou.site.publishing.Revision.Saving;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Takes over what the seeds put into the public tables: an item and a first revision for
 * each row. Runs once, in Flyway's transaction, after the tables of all types are there.
 */
@Component
class ImportMigration implements JavaMigration {

	private final List<ContentType> types;

	ImportMigration(List<ContentType> types) {
		this.types = types;
	}

	@Override
	public MigrationVersion getVersion() {
		return MigrationVersion.fromVersion("020");
	}

	@Override
	public String getDescription() {
		return "import";
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
		// Flyway closes its own connection
		JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(context.getConnection(), true));
		TypedTables tables = new TypedTables(jdbc, null);
		ContentStore store = new ContentStore(jdbc, null);
		Instant now = Instant.now();
		for (ContentType type : this.types) {
			for (String slug : tables.slugs(type)) {
				Values values = tables.read(type, slug);
				long item = store.insertItem(type, now);
				long revision = store.insertRevision(item, type, values, Saving.IMPORT, null, null, "", "", null, now);
				store.freeze(revision, now);
				jdbc.sql("""
						update content_item set published_slug = ?, published_revision_id = ?, first_published_at = ?,
						last_published_at = ? where id = ?""")
					.params(slug, revision, ContentStore.at(now), ContentStore.at(now), item)
					.update();
			}
		}
	}

}
