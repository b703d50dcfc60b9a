package edu.wenzhou.site.staff;

import org.springframework.validation.Errors;

/**
 * A new password, typed twice since nobody sees it.
 *
 * @param current the present one, where it is asked for
 */
record PasswordForm(String current, String password, String repeat) {

	PasswordForm {
		current = (current != null) ? current : "";
		password = (password != null) ? password : "";
		repeat = (repeat != null) ? repeat : "";
	}

	void check(Errors errors) {
		if (!this.password.equals(this.repeat)) {
			errors.rejectValue("repeat", "staff.password.repeat.differs");
		}
	}

	/** Neither a page nor a log shows it. */
	@Override
	public String toString() {
		return "PasswordForm";
	}

}
