package edu.wenzhou.site.web;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

import jakarta.persistence.PersistenceException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

import static org.assertj.core.api.Assertions.assertThat;

/** Which exceptions mean that the database is away: shapes that killing it has shown. */
class DatabaseAwayTests {

	@Test
	void aLostConnectionIsMeant() {
		assertThat(DatabaseAway.isMeantBy(new CannotCreateTransactionException("",
				new PersistenceException(new SQLTransientConnectionException("Connection is not available")))))
			.isTrue();
		for (String state : new String[] { "08006", "53300", "57P01" }) {
			assertThat(DatabaseAway
				.isMeantBy(new DataAccessResourceFailureException("", new SQLException("terminating", state))))
				.as(state)
				.isTrue();
		}
	}

	/** The pool has closed the broken connection by then, and says so without a state. */
	@Test
	void aRollbackThatFailsHidesNothing() {
		TransactionSystemException failed = new TransactionSystemException("Could not roll back JPA transaction",
				new PersistenceException(new SQLException("rollback failed")));
		assertThat(DatabaseAway.isMeantBy(failed)).isFalse();
		failed.initApplicationException(
				new DataAccessResourceFailureException("", new SQLException("An I/O error occurred", "08006")));
		assertThat(DatabaseAway.isMeantBy(failed)).isTrue();
		assertThat(DatabaseAway.isMeantBy(new TransactionSystemException("Could not roll back JPA transaction",
				new PersistenceException(new SQLException("Connection is closed")))))
			.isTrue();
	}

	@Test
	void otherTroubleIsOurs() {
		assertThat(DatabaseAway.isMeantBy(new DataIntegrityViolationException("", new SQLException("null", "23502"))))
			.isFalse();
		assertThat(DatabaseAway.isMeantBy(new SQLException("syntax"))).isFalse();
		assertThat(DatabaseAway.isMeantBy(new IllegalStateException())).isFalse();
	}

}
