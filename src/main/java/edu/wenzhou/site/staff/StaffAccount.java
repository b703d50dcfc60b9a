package edu.wenzhou.site.staff;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;

/**
 * A person who may sign in. Never deleted, only disabled: what the person did keeps a
 * name.
 */
@Entity
class StaffAccount {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private String userName;

	private String email;

	private String displayName;

	private String passwordHash;

	private Instant passwordChangedAt;

	private boolean disabled;

	private Instant createdAt;

	private Instant updatedAt;

	@OneToMany(mappedBy = "account", cascade = CascadeType.ALL, orphanRemoval = true)
	private List<RoleGrant> grants = new ArrayList<>();

	@Version
	private long version;

	protected StaffAccount() {
	}

	StaffAccount(String userName, String email, String displayName, Instant now) {
		this.userName = userName;
		this.email = email;
		this.displayName = displayName;
		this.createdAt = now;
		this.updatedAt = now;
	}

	void rename(String userName, String email, String displayName, Instant now) {
		this.userName = userName;
		this.email = email;
		this.displayName = displayName;
		this.updatedAt = now;
	}

	void setPassword(String hash, Instant now) {
		this.passwordHash = hash;
		this.passwordChangedAt = now;
		this.updatedAt = now;
	}

	/** The same password under a stronger hash. */
	void strengthen(String hash) {
		this.passwordHash = hash;
	}

	void disable(Instant now) {
		this.disabled = true;
		this.updatedAt = now;
	}

	void enable(Instant now) {
		this.disabled = false;
		this.updatedAt = now;
	}

	void grant(Scope scope, Instant now) {
		this.grants.add(new RoleGrant(this, scope));
		this.updatedAt = now;
	}

	void revoke(RoleGrant grant, Instant now) {
		this.grants.remove(grant);
		this.updatedAt = now;
	}

	public Long getId() {
		return this.id;
	}

	public String getUserName() {
		return this.userName;
	}

	public String getEmail() {
		return this.email;
	}

	public String getDisplayName() {
		return this.displayName;
	}

	/** Null until the person has used the invitation. */
	public String getPasswordHash() {
		return this.passwordHash;
	}

	public boolean isInvited() {
		return this.passwordHash == null;
	}

	public boolean isDisabled() {
		return this.disabled;
	}

	public long getVersion() {
		return this.version;
	}

	/** By role, the wider ones first. */
	public List<RoleGrant> getGrants() {
		return this.grants.stream().sorted(Comparator.comparing(RoleGrant::scope)).toList();
	}

	List<Scope> scopes() {
		return getGrants().stream().map(RoleGrant::scope).toList();
	}

	public boolean isAdministrator() {
		return this.grants.stream().anyMatch((grant) -> grant.scope().role() == Role.ADMINISTRATOR);
	}

}
