package edu.wenzhou.site.staff;

import java.util.Comparator;

/**
 * A role and how far it reaches.
 *
 * @param section null for all content
 * @param item the number of one item of the section, which stays when its slug changes;
 * null for all of them
 */
public record Scope(Role role, Section section, Long item) implements Comparable<Scope> {

	private static final Comparator<Scope> ORDER = Comparator.comparing(Scope::role)
		.thenComparing(Scope::section, Comparator.nullsFirst(Comparator.naturalOrder()))
		.thenComparing(Scope::item, Comparator.nullsFirst(Comparator.naturalOrder()));

	public Scope {
		if (section == null && item != null || role == Role.ADMINISTRATOR && section != null) {
			throw new IllegalArgumentException("No such scope");
		}
	}

	/** Whether it lets its holder act as that role on an item. */
	public boolean covers(Role wanted, Section place, Long thing) {
		return this.role == wanted && (this.section == null || this.section == place)
				&& (this.item == null || this.item.equals(thing));
	}

	/** By role as they are listed, then by section; of each the wider ones first. */
	@Override
	public int compareTo(Scope other) {
		return ORDER.compare(this, other);
	}

}
