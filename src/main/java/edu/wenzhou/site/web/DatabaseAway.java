package edu.wenzhou.site.web;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.TransactionSystemException;

/** A database that does not answer: told from other trouble, and answered with 503. */
public final class DatabaseAway {

	private static final Logger logger = LoggerFactory.getLogger(DatabaseAway.class);

	/** All that Hikari says of a connection that it has given up. */
	private static final String CLOSED_BY_THE_POOL = "Connection is closed";

	static final String RETRY_AFTER_SECONDS = "30";

	private DatabaseAway() {
	}

	/**
	 * By SQLSTATE: 08 connection, 53 out of resources, 57P shut down by an operator; or
	 * no connection within the pool's time limit, or one that the pool has closed since
	 * it broke. Where the rollback failed as well, what came before it counts, too.
	 */
	public static boolean isMeantBy(Throwable exception) {
		for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
			if (cause instanceof SQLTransientConnectionException
					|| cause instanceof SQLException sql && isConnectionLost(sql)
					|| cause instanceof TransactionSystemException failed && failed.getApplicationException() != null
							&& isMeantBy(failed.getApplicationException())) {
				return true;
			}
		}
		return false;
	}

	private static boolean isConnectionLost(SQLException exception) {
		return (exception.getSQLState() != null) ? exception.getSQLState().matches("(08|53|57P).*")
				: CLOSED_BY_THE_POOL.equals(exception.getMessage());
	}

	/** Try again later. */
	public static void answer(Throwable exception, HttpServletResponse response) throws IOException {
		logger.warn("The database does not answer: {}", exception.getMessage());
		response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
		response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
	}

}
