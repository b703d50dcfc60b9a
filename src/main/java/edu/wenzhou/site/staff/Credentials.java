package edu.wenzhou.site.staff;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import edu.wenzhou.site.audit.Actor;
import edu.wenzhou.site.audit.AuditTrail;
import edu.wenzhou.site.audit.AuditTrail.Item;
import edu.wenzhou.site.staff.Accounts.AccountLock;
import edu.wenzhou.site.staff.OneTimeLinks.Link;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What people do with passwords and links: sign in, set up, choose, change. Hashing takes
 * long and is done outside of transactions.
 */
@Service
class Credentials {

	private final StaffAccountRepository accounts;

	private final Passwords passwords;

	private final SignInThrottle throttle;

	private final OneTimeLinks links;

	private final StaffSessions sessions;

	private final AccountLock lock;

	private final AuditTrail trail;

	private final TransactionTemplate transaction;

	private final Clock clock;

	Credentials(StaffAccountRepository accounts, Passwords passwords, SignInThrottle throttle, OneTimeLinks links,
			StaffSessions sessions, AccountLock lock, AuditTrail trail, PlatformTransactionManager transactions,
			Clock clock) {
		this.accounts = accounts;
		this.passwords = passwords;
		this.throttle = throttle;
		this.links = links;
		this.sessions = sessions;
		this.lock = lock;
		this.trail = trail;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	/**
	 * Looks at a name and a password. Unknown, disabled and wrong are one answer, given
	 * after the same work.
	 */
	SignIn check(String name, String password, Actor actor) {
		Optional<Duration> wait = this.throttle.take(name, actor.address());
		if (wait.isPresent()) {
			return new SignIn(null, wait.get());
		}
		StaffAccount account = this.accounts.findByName(name).orElse(null);
		boolean right = this.passwords.matches(password, (account != null) ? account.getPasswordHash() : null);
		if (!right || account.isDisabled()) {
			String reason = (account == null) ? "unknown" : (right ? "disabled" : "password");
			// What was typed is not kept: it may be a password
			this.trail.refused(actor, "session.sign-in", (account != null) ? Accounts.item(account) : Item.NONE,
					Map.of("reason", reason));
			return new SignIn(null, null);
		}
		this.throttle.succeeded(name, actor.address());
		if (this.passwords.isOutdated(account.getPasswordHash())) {
			strengthen(account.getId(), account.getPasswordHash(), this.passwords.hash(password));
		}
		this.trail.done(actor.as(account.getId(), account.getDisplayName()), "session.sign-in", Item.NONE, Map.of());
		return new SignIn(account.getId(), null);
	}

	private void strengthen(long id, String old, String hash) {
		this.transaction.executeWithoutResult((status) -> this.accounts.findWithGrants(id)
			.filter((account) -> old.equals(account.getPasswordHash()))
			.ifPresent((account) -> account.strengthen(hash)));
	}

	/** The first account, an administrator; only while there is none. */
	void setUp(String token, NamesForm names, String password, Actor actor) {
		String hash = this.passwords.hash(password);
		this.transaction.executeWithoutResult((status) -> {
			this.lock.take();
			if (!this.links.isSetUpOpen() || !this.links.use(token)) {
				throw new Refusal("staff.link.gone");
			}
			StaffAccount account = new StaffAccount(names.userName(), names.email(), names.displayName(),
					this.clock.instant());
			account.grant(new Scope(Role.ADMINISTRATOR, null, null), this.clock.instant());
			account.setPassword(hash, this.clock.instant());
			this.accounts.save(account);
			this.trail.done(actor.as(account.getId(), account.getDisplayName()), "account.set-up",
					Accounts.item(account), Map.of("user-name", account.getUserName()));
		});
	}

	/** A password for the account of an invitation or reset; ends its sessions. */
	void choose(String token, Link link, String password, Actor actor) {
		String hash = this.passwords.hash(password);
		this.transaction.executeWithoutResult((status) -> {
			this.lock.take();
			StaffAccount account = this.accounts.findWithGrants(link.account()).orElseThrow();
			if (account.isDisabled() || !this.links.use(token)) {
				throw new Refusal("staff.link.gone");
			}
			account.setPassword(hash, this.clock.instant());
			this.sessions.closeAll(account.getId());
			this.trail.done(actor.as(account.getId(), account.getDisplayName()), "link.use", Accounts.item(account),
					Map.of("kind", link.kind().name()));
		});
	}

	/**
	 * Another password for whoever knows the present one; ends the person's other
	 * sessions.
	 */
	void change(StaffUser user, String current, String password, Actor actor, HttpServletRequest request) {
		Optional<Duration> wait = this.throttle.take(user.userName(), actor.address());
		if (wait.isPresent()) {
			throw new Refusal("current", "staff.password.current.wait");
		}
		StaffAccount present = this.accounts.findWithGrants(user.id()).orElseThrow();
		if (!this.passwords.matches(current, present.getPasswordHash())) {
			this.trail.refused(actor, "password.change", Accounts.item(present), Map.of());
			throw new Refusal("current", "staff.password.current.wrong");
		}
		this.throttle.succeeded(user.userName(), actor.address());
		String hash = this.passwords.hash(password);
		this.transaction.executeWithoutResult((status) -> {
			this.lock.take();
			StaffAccount account = this.accounts.findWithGrants(user.id()).orElseThrow();
			account.setPassword(hash, this.clock.instant());
			this.links.withdraw(user.id());
			int ended = this.sessions.closeOthers(user.id(), request);
			this.trail.done(actor, "password.change", Accounts.item(account), Map.of("sessions", ended));
		});
	}

	/**
	 * What came of a try.
	 *
	 * @param account null where it failed
	 * @param delay how long until the next try is looked at; null if this one was
	 */
	record SignIn(Long account, Duration delay) {

	}

}
