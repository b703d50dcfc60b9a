package edu.wenzhou.site.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import javax.sql.DataSource;

import org.springframework.stereotype.Component;

/**
 * Keeps threads from waiting for a database that is known to be away: after a connection
 * could not be had, one is tried each second and everybody else is refused at once.
 */
@Component
public class Breaker {

	private static final long PAUSE = Duration.ofSeconds(1).toNanos();

	/** When a connection may be tried again; 0 while all is well. */
	private final AtomicLong nextTry = new AtomicLong();

	/** Whether the last one who asked for a connection did not get one. */
	public boolean isOpen() {
		return this.nextTry.get() != 0;
	}

	Connection connection(DataSource pool) throws SQLException {
		long next = this.nextTry.get();
		long now = System.nanoTime();
		if (next != 0 && (now - next < 0 || !this.nextTry.compareAndSet(next, later(now)))) {
			throw new SQLTransientConnectionException("The database was away less than a second ago");
		}
		try {
			Connection connection = pool.getConnection();
			this.nextTry.set(0);
			return connection;
		}
		catch (SQLException ex) {
			this.nextTry.set(later(System.nanoTime()));
			throw ex;
		}
	}

	private static long later(long now) {
		long later = now + PAUSE;
		return (later != 0) ? later : 1;
	}

}
