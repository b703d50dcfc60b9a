package edu.wenzhou.site.database;

import java.util.stream.Collectors;

import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says which migration stands in the way, without Flyway's stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class FlywayFailureAnalyzer extends AbstractFailureAnalyzer<FlywayException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, FlywayException cause) {
		if (cause instanceof FlywayValidateException) {
			return new FailureAnalysis(
					"The database and the migrations of this version do not fit together.\n" + details(cause),
					"A migration must never change once it was applied. Put the file back as it was and make the "
							+ "change in a new migration, or start the version of the site that this database "
							+ "belongs to.",
					cause);
		}
		return new FailureAnalysis("The database could not be brought up to date: " + reason(cause),
				"Mend what the message names, then start again. A migration that failed was rolled back and will be "
						+ "tried again.",
				cause);
	}

	/** Without Flyway's heading, and its links to its own advice and shop. */
	private String details(FlywayException cause) {
		return cause.getMessage()
			.lines()
			.filter((line) -> !line.isBlank() && !line.startsWith("Validate failed") && !line.startsWith("Either ")
					&& !line.startsWith("Need more "))
			.collect(Collectors.joining("\n"));
	}

	private String reason(FlywayException cause) {
		String where = cause.getMessage().lines().findFirst().orElse("");
		Throwable root = cause;
		while (root.getCause() != null) {
			root = root.getCause();
		}
		return (root != cause) ? where + "\n" + root.getMessage() : cause.getMessage();
	}

}
