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

	/**
	 * Rejects whatever is wrong with the new one, all of it at once.
	 * @param own names of the account
	 */
	void check(Errors errors, PasswordRules rules, String... own) {
		String problem = rules.problem(this.password, own);
		if (problem != null) {
			errors.rejectValue("password", problem);
		}
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
