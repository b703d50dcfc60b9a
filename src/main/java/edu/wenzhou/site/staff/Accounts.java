package edu.wenzhou.site.staff;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import edu.wenzhou.site.audit.Actor;
import edu.wenzhou.site.audit.AuditTrail;
import edu.wenzhou.site.audit.AuditTrail.Item;
import edu.wenzhou.site.staff.OneTimeLinks.Kind;
import edu.wenzhou.site.staff.OneTimeLinks.Made;
import edu.wenzhou.site.web.NotFoundException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What administrators do to accounts. Each change is recorded with it; whoever loses or
 * gains something signs in again.
 */
@Service
@Transactional
@PreAuthorize("hasRole('ADMINISTRATOR')")
class Accounts {

	private final StaffAccountRepository accounts;

	private final AccountLock lock;

	private final OneTimeLinks links;

	private final StaffSessions sessions;

	private final ScopedItems items;

	private final AuditTrail trail;

	private final Clock clock;

	Accounts(StaffAccountRepository accounts, AccountLock lock, OneTimeLinks links, StaffSessions sessions,
			ScopedItems items, AuditTrail trail, Clock clock) {
		this.accounts = accounts;
		this.lock = lock;
		this.links = links;
		this.sessions = sessions;
		this.items = items;
		this.trail = trail;
		this.clock = clock;
	}

	StaffAccount get(long id) {
		return this.accounts.findWithGrants(id).orElseThrow(NotFoundException::new);
	}

	/** A new account that its owner completes by the link. */
	NewLink invite(Actor actor, NamesForm names, Scope scope) {
		this.lock.take();
		refuseTaken(names, null);
		StaffAccount account = new StaffAccount(names.userName(), names.email(), names.displayName(),
				this.clock.instant());
		account.grant(scope, this.clock.instant());
		this.accounts.save(account);
		Map<String, Object> details = new LinkedHashMap<>(details(scope));
		details.put("user-name", names.userName());
		this.trail.done(actor, "account.invite", item(account), details);
		return new NewLink(StaffUser.of(account), this.links.make(Kind.INVITATION, account.getId()));
	}

	/**
	 * Other names for an account.
	 * @param version of the account that the administrator saw
	 */
	void rename(Actor actor, long id, NamesForm names, long version) {
		this.lock.take();
		StaffAccount account = get(id);
		if (account.getVersion() != version) {
			throw new Refusal("staff.account.changed-meanwhile");
		}
		refuseTaken(names, id);
		Map<String, String> changes = new LinkedHashMap<>();
		note(changes, "user-name", account.getUserName(), names.userName());
		note(changes, "email", account.getEmail(), names.email());
		note(changes, "display-name", account.getDisplayName(), names.displayName());
		account.rename(names.userName(), names.email(), names.displayName(), this.clock.instant());
		this.trail.done(actor, "account.change", item(account), changes);
	}

	void grant(Actor actor, long id, Scope scope) {
		this.lock.take();
		StaffAccount account = get(id);
		if (account.scopes().contains(scope)) {
			throw new Refusal("role", "staff.grant.there");
		}
		account.grant(scope, this.clock.instant());
		this.sessions.closeAll(id);
		this.trail.done(actor, "role.grant", item(account), details(scope));
	}

	void revoke(Actor actor, long id, long grantId) {
		this.lock.take();
		StaffAccount account = get(id);
		RoleGrant grant = account.getGrants()
			.stream()
			.filter((candidate) -> candidate.getId() == grantId)
			.findAny()
			.orElseThrow(NotFoundException::new);
		if (grant.scope().role() == Role.ADMINISTRATOR) {
			refuseOwn(actor, id);
			refuseLast(account);
		}
		if (account.getGrants().size() == 1) {
			throw new Refusal("staff.grant.last");
		}
		account.revoke(grant, this.clock.instant());
		this.sessions.closeAll(id);
		this.trail.done(actor, "role.revoke", item(account), details(grant.scope()));
	}

	/** Ends sessions and links at once; nothing of the account is lost. */
	void disable(Actor actor, long id) {
		this.lock.take();
		StaffAccount account = get(id);
		refuseOwn(actor, id);
		if (account.isAdministrator()) {
			refuseLast(account);
		}
		account.disable(this.clock.instant());
		this.links.withdraw(id);
		this.sessions.closeAll(id);
		this.trail.done(actor, "account.disable", item(account), Map.of());
	}

	void enable(Actor actor, long id) {
		this.lock.take();
		StaffAccount account = get(id);
		account.enable(this.clock.instant());
		this.trail.done(actor, "account.enable", item(account), Map.of());
	}

	/**
	 * A link by which the owner chooses a password; the present one works until then.
	 */
	NewLink makeLink(Actor actor, long id) {
		this.lock.take();
		StaffAccount account = get(id);
		if (account.isDisabled()) {
			throw new Refusal("staff.account.is-disabled");
		}
		Kind kind = account.isInvited() ? Kind.INVITATION : Kind.RESET;
		this.trail.done(actor, "link.make", item(account), Map.of("kind", kind.name()));
		return new NewLink(StaffUser.of(account), this.links.make(kind, id));
	}

	void endSessions(Actor actor, long id) {
		StaffAccount account = get(id);
		int ended = this.sessions.closeAll(id);
		this.trail.done(actor, "session.end-all", item(account), Map.of("sessions", ended));
	}

	static Item item(StaffAccount account) {
		return new Item("account", String.valueOf(account.getId()), account.getDisplayName());
	}

	private void refuseTaken(NamesForm names, Long own) {
		if (this.accounts.findIdByUserName(names.userName()).filter((id) -> !id.equals(own)).isPresent()) {
			throw new Refusal("userName", "staff.account.user-name.taken");
		}
		if (this.accounts.findIdByEmail(names.email()).filter((id) -> !id.equals(own)).isPresent()) {
			throw new Refusal("email", "staff.account.email.taken");
		}
	}

	private static void refuseOwn(Actor actor, long id) {
		if (actor.id() == id) {
			throw new Refusal("staff.account.own");
		}
	}

	/** Somebody must be able to let the others in again. */
	private void refuseLast(StaffAccount account) {
		boolean works = !account.isDisabled() && !account.isInvited();
		if (works && this.accounts.countWorkingAdministrators() <= 1) {
			throw new Refusal("staff.account.last-administrator");
		}
	}

	private static void note(Map<String, String> changes, String name, String before, String after) {
		if (!before.equals(after)) {
			changes.put(name, before + " → " + after);
		}
	}

	/**
	 * As the record tells of a role; an item by its public title too, since that is read
	 * later.
	 */
	private Map<String, Object> details(Scope scope) {
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("role", scope.role() + ((scope.section() != null) ? " " + scope.section() : ""));
		if (scope.item() != null) {
			String title = this.items.titles(List.of(scope)).getOrDefault(scope.item(), "");
			details.put("scope", "%s (%d)".formatted(title, scope.item()).strip());
		}
		return details;
	}

	/** A link by which the owner of an account chooses a password. */
	record NewLink(StaffUser owner, Made made) {

	}

	/**
	 * One change to accounts at a time, over all nodes, so that what a change has checked
	 * still holds when it is made. They are rare.
	 */
	@org.springframework.stereotype.Component
	static class AccountLock {

		private static final long KEY = 0x57A4F;

		private final JdbcClient jdbc;

		AccountLock(JdbcClient jdbc) {
			this.jdbc = jdbc;
		}

		/** Until the end of the transaction. */
		void take() {
			this.jdbc.sql("select pg_advisory_xact_lock(?)").param(KEY).query((row) -> {
			});
		}

	}

}
