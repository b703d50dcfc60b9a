package edu.wenzhou.site.search;

import edu.wenzhou.site.staff.Role;
import edu.wenzhou.site.staff.StaffUser;

/**
 * Who may do what with what people keep for searches, as conditions of Spring Security.
 */
final class SearchRoles {

	/** What the addresses of their pages begin with. */
	static final String PATHS = "/staff/search/";

	/** Who looks: everybody who has to do with content. */
	static final String READERS = "principal.withContent";

	/**
	 * Who changes: it holds for all visitors at once and without a review, so it is for
	 * those who have the last word on all content.
	 */
	static final String KEEPERS = "principal.may('APPROVER', null, null)";

	private SearchRoles() {
	}

	/** The same as {@link #KEEPERS}, for pages that offer it. */
	static boolean isKeeper(StaffUser user) {
		return user.may(Role.APPROVER, null, null);
	}

}
