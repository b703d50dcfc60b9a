package edu.wenzhou.site.staff;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** A role of an account, for all content, for one section or for one item of it. */
@Entity
@Table(name = "staff_role_grant")
class RoleGrant {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "account_id")
	private StaffAccount account;

	@Enumerated(EnumType.STRING)
	private Role role;

	@Enumerated(EnumType.STRING)
	private Section section;

	private Long itemId;

	protected RoleGrant() {
	}

	RoleGrant(StaffAccount account, Scope scope) {
		this.account = account;
		this.role = scope.role();
		this.section = scope.section();
		this.itemId = scope.item();
	}

	public Long getId() {
		return this.id;
	}

	public Scope scope() {
		return new Scope(this.role, this.section, this.itemId);
	}

}
