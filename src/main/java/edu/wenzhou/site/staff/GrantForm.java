package edu.wenzhou.site.staff;

import java.util.List;
import java.util.Optional;

import org.springframework.validation.Errors;

/**
 * A role to give, as chosen.
 *
 * @param section empty for all content
 * @param item the slug that one item has now; may be empty
 */
record GrantForm(String role, String section, String item) {

	GrantForm {
		role = (role != null) ? role : "";
		section = (section != null) ? section : "";
		item = (item != null) ? item.strip() : "";
	}

	/** What it means; or nothing, and the errors say why. */
	Optional<Scope> scope(Errors errors, ScopedItems items) {
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
		if (errors.hasErrors() || this.item.isEmpty()) {
			return errors.hasErrors() ? Optional.empty() : Optional.of(new Scope(wanted, place, null));
		}
		List<Long> found = items.find(place, this.item);
		if (found.size() != 1) {
			errors.rejectValue("item", found.isEmpty() ? "staff.grant.item.unknown" : "staff.grant.item.several");
			return Optional.empty();
		}
		return Optional.of(new Scope(wanted, place, found.get(0)));
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
