package edu.wenzhou.site.staff;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What an account is called.
 *
 * @param version of the account, where there is one already
 */
record NamesForm(
		@NotEmpty(message = "{staff.account.user-name.empty}") @Pattern(
				regexp = "|[A-Za-z0-9]([A-Za-z0-9._-]{0,38}[A-Za-z0-9])?",
				message = "{staff.account.user-name.wrong}") String userName,
		@NotEmpty(message = "{staff.account.email.empty}") @Size(max = 254,
				message = "{staff.account.email.wrong}") @Pattern(regexp = NamesForm.EMAIL,
						message = "{staff.account.email.wrong}") String email,
		@NotEmpty(message = "{staff.account.display-name.empty}") @Size(max = 40,
				message = "{staff.account.display-name.long}") @Pattern(regexp = "\\P{C}*",
						message = "{staff.account.display-name.wrong}") String displayName,
		String version) {

	/**
	 * Nothing by which a mail program would read more than an address: no list, no name,
	 * no comment.
	 */
	private static final String SIGN = "[^@\\s,;:<>()\\[\\]\"\\\\]";

	private static final String EMAIL = "|(?!.*\\.$)" + SIGN + "+@" + SIGN + "+\\." + SIGN + "+";

	NamesForm {
		userName = strip(userName);
		email = strip(email);
		displayName = strip(displayName);
	}

	static NamesForm empty() {
		return new NamesForm("", "", "", null);
	}

	static NamesForm of(StaffAccount account) {
		return new NamesForm(account.getUserName(), account.getEmail(), account.getDisplayName(),
				String.valueOf(account.getVersion()));
	}

	private static String strip(String text) {
		return (text != null) ? text.replaceAll("\\p{C}", "").strip() : "";
	}

}
