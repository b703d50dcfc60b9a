package edu.wenzhou.site.staff;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

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

	/**
	 * Of no password: an unknown name costs the same work. Its bytes are random, since
	 * making one would hold up the start and waiting for it the first sign-ins.
	 */
	private final String nobodys = "{argon2}$argon2id$v=19$m=%d,t=%d,p=1$%s$%s".formatted(MEMORY_KIB, PASSES, bytes(16),
			bytes(32));

	private static String bytes(int number) {
		byte[] bytes = new byte[number];
		new SecureRandom().nextBytes(bytes);
		return Base64.getEncoder().withoutPadding().encodeToString(bytes);
	}

	String hash(String password) {
		return guarded(() -> this.encoder.encode(password));
	}

	/**
	 * Whether the password is right; the same work whether there is one or not.
	 * @param hash null where there is none
	 */
	boolean matches(String password, String hash) {
		boolean matches = guarded(() -> this.encoder.matches(password, (hash != null) ? hash : this.nobodys));
		return matches && hash != null;
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
