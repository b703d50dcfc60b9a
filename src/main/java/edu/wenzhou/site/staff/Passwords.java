package edu.wenzhou.site.staff;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords by Argon2id: 19 MiB, two passes, one lane. A few at a time, since each
 * takes that much memory and a processor for some 70 ms.
 */
@Component
class Passwords {

	static final int MEMORY_KIB = 19 * 1024;

	static final int PASSES = 2;

	private static final int AT_A_TIME = 4;

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private final PasswordEncoder encoder = new DelegatingPasswordEncoder("argon2",
			Map.of("argon2", new Argon2PasswordEncoder(16, 32, 1, MEMORY_KIB, PASSES)));

	private final Semaphore permits = new Semaphore(AT_A_TIME, true);

	/** Of a password that nobody has, so that an unknown name costs the same work. */
	private final CompletableFuture<String> nobodys = new CompletableFuture<>();

	/** Makes it after the start, which it would hold up. */
	@EventListener(ApplicationReadyEvent.class)
	void prepare() {
		this.nobodys.completeAsync(() -> this.encoder.encode(Secrets.token(32)));
	}

	String hash(String password) {
		return guarded(() -> this.encoder.encode(password));
	}

	/**
	 * Whether the password is right; the same work whether there is one or not.
	 * @param hash null where there is none
	 */
	boolean matches(String password, String hash) {
		boolean matches = guarded(() -> this.encoder.matches(password, (hash != null) ? hash : nobodysHash(password)));
		return matches && hash != null;
	}

	/** Where it could not be made, any other hash does. */
	private String nobodysHash(String password) {
		return this.nobodys.handle((hash, failure) -> (hash != null) ? hash : this.encoder.encode(password)).join();
	}

	/** Whether the hash is weaker than one made today. */
	boolean isOutdated(String hash) {
		return this.encoder.upgradeEncoding(hash);
	}

	private <T> T guarded(Supplier<T> work) {
		try {
			if (!this.permits.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
				throw new Refusal("staff.sign-in.busy");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Refusal("staff.sign-in.busy");
		}
		try {
			return work.get();
		}
		finally {
			this.permits.release();
		}
	}

}
