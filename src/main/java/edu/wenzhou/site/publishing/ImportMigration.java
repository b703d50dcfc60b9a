package edu.wenzhou.site.publishing;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import edu.wenzhou.site.publishing.Revision.Saving;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Takes over what migrations put into the public tables: an item and a first revision for
 * each row that has none. Repeatable, so it runs after all numbered migrations, and again
 * once there is another type of content; always in Flyway's transaction.
 */
@Component
class ImportMigration implements JavaMigration {

	private final List<ContentType> types;

	private final List<Mentions> mentions;

	ImportMigration(List<ContentType> types, List<Mentions> mentions) {
		this.types = types;
		this.mentions = mentions;
	}

	/** None: repeatable. */
	@Override
	public MigrationVersion getVersion() {
		return null;
	}

	@Override
	public String getDescription() {
		return "import rows of content types";
	}

	/** Another one for other types, which makes it run again. */
	@Override
	public Integer getChecksum() {
		return this.types.stream().map(ContentType::getKey).sorted().toList().hashCode();
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
		ContentStore store = new ContentStore(jdbc, null, null);
		Publications publications = new Publications(jdbc, this.types, this.mentions);
		Instant now = Instant.now();
		for (ContentType type : this.types) {
			for (String slug : withoutItem(jdbc, type, tables.slugs(type))) {
				Values values = tables.read(type, slug);
				long item = store.insertItem(type, now);
				long revision = store.insertRevision(item, type, values, Saving.IMPORT, null, null, "", "", null, now);
				store.freeze(revision, now);
				jdbc.sql("""
						update content_item set published_slug = ?, published_revision_id = ?, first_published_at = ?,
						last_published_at = ? where id = ?""")
					.params(slug, revision, ContentStore.at(now), ContentStore.at(now), item)
					.update();
				publications.publish(item, type, values, null, now);
			}
		}
	}

	private static List<String> withoutItem(JdbcClient jdbc, ContentType type, List<String> slugs) {
		Set<String> known = jdbc.sql("select published_slug from content_item where type = ?")
			.param(type.getKey())
			.query(String.class)
			.set();
		return slugs.stream().filter((slug) -> !known.contains(slug)).toList();
	}

}
