package edu.wenzhou.site.database;

import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/** A migration that refuses, named as Flyway wants it to tell the version. */
class V0_1__Broken extends BaseJavaMigration {

	@Override
	public void migrate(Context context) {
		throw new StartupException("seeds/campus.yaml: the quote of record 3 is not found.", "Mend the record.");
	}

}
