package edu.wenzhou.site.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.stereotype.Component;

/**
 * Lets work in the background have statements that take longer than anybody who waits for
 * a page is made to wait ({@code socketTimeout} in {@code application.yaml}): migrations
 * of a database with much in it, and whoever asks for it.
 */
@Component
public final class LongStatements extends BaseCallback {

	/** A database that hangs is given up all the same. */
	private static final Duration LIMIT = Duration.ofMinutes(10);

	LongStatements() {
	}

	/**
	 * Raises the limit of a connection. The pool sets back its own when the connection
	 * returns to it.
	 * @param connection of the transaction that the work is done in
	 * @throws SQLException if it is closed
	 */
	public static void allow(Connection connection) throws SQLException {
		connection.setNetworkTimeout(Runnable::run, Math.toIntExact(LIMIT.toMillis()));
	}

	@Override
	public boolean supports(Event event, Context context) {
		return event == Event.BEFORE_EACH_MIGRATE;
	}

	@Override
	public void handle(Event event, Context context) {
		try {
			allow(context.getConnection());
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
