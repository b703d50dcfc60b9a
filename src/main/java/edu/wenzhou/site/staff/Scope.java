package edu.wenzhou.site.staff;

/**
 * A role and how far it reaches.
 *
 * @param section null for all content
 * @param item the slug of one item of the section; null for all of them
 */
public record Scope(Role role, Section section, String item) {

	public Scope {
		if (section == null && item != null || role == Role.ADMINISTRATOR && section != null) {
			throw new IllegalArgumentException("No such scope");
		}
	}

	/** Whether it lets its holder act as that role on an item. */
	public boolean covers(Role wanted, Section place, String slug) {
		return this.role == wanted && (this.section == null || this.section == place)
				&& (this.item == null || this.item.equals(slug));
	}

	/** As the record of events names it, such as {@code EDITOR SCHOOL ai}. */
	public String code() {
		return this.role + ((this.section != null) ? " " + this.section : "")
				+ ((this.item != null) ? " " + this.item : "");
	}

}
