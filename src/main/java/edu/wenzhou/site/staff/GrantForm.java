package edu.wenzhou.site.staff;

import java.util.Optional;

import org.springframework.validation.Errors;

/**
 * A role to give, as chosen.
 *
 * @param section empty for all content
 * @param item the slug of one item; may be empty
 */
record GrantForm(String role, String section, String item) {

	GrantForm {
		role = (role != null) ? role : "";
		section = (section != null) ? section : "";
		item = (item != null) ? item.strip() : "";
	}

	/** What it means; or nothing, and the errors say why. */
	Optional<Scope> scope(Errors errors) {
		Role wanted = of(Role.class, this.role);
		Section place = this.section.isEmpty() ? null : of(Section.class, this.section);
		if (wanted == null) {
			errors.rejectValue("role", "staff.grant.role.empty");
		}
		if (!this.section.isEmpty() && place == null) {
			errors.rejectValue("section", "staff.grant.section.wrong");
		}
		else if (wanted == Role.ADMINISTRATOR && (place != null || !this.item.isEmpty())) {
			errors.rejectValue("section", "staff.grant.administrator");
		}
		if (!this.item.matches("|[a-z0-9]+(-[a-z0-9]+)*")) {
			errors.rejectValue("item", "staff.grant.item.wrong");
		}
		else if (!this.item.isEmpty() && this.section.isEmpty() && wanted != Role.ADMINISTRATOR) {
			errors.rejectValue("section", "staff.grant.section.missing");
		}
		return errors.hasErrors() ? Optional.empty()
				: Optional.of(new Scope(wanted, place, this.item.isEmpty() ? null : this.item));
	}

	private static <E extends Enum<E>> E of(Class<E> type, String name) {
		for (E constant : type.getEnumConstants()) {
			if (constant.name().equals(name)) {
				return constant;
			}
		}
		return null;
	}

}
