package edu.wenzhou.site.publishing;

import java.util.stream.Stream;

import edu.wenzhou.site.staff.Role;
import edu.wenzhou.site.staff.StaffUser;
import org.springframework.security.access.AccessDeniedException;

/**
 * Who may do what with an item. Every service of this package asks here first; whoever
 * may not gets 403 and a line in the record.
 */
final class Access {

	private Access() {
	}

	/** Whoever has any part in an item may see it. */
	static boolean maySee(StaffUser user, ContentItem item) {
		return maySee(user, item.type(), item.id());
	}

	static boolean maySee(StaffUser user, ContentType type, long item) {
		return Stream.of(Role.EDITOR, Role.REVIEWER_1, Role.REVIEWER_2, Role.APPROVER)
			.anyMatch((role) -> user.may(role, type.getSection(), item));
	}

	static boolean mayEdit(StaffUser user, ContentItem item) {
		return may(user, Role.EDITOR, item);
	}

	/** Whether this person has a part in anything of a type. */
	static boolean mayLook(StaffUser user, ContentType type) {
		return user.scopes()
			.stream()
			.anyMatch((scope) -> scope.role() != Role.ADMINISTRATOR
					&& (scope.section() == null || scope.section() == type.getSection()));
	}

	/** Only for a whole section: nobody has a role for what is not there yet. */
	static boolean mayCreate(StaffUser user, ContentType type) {
		return !type.isSingle() && user.may(Role.EDITOR, type.getSection(), null);
	}

	/**
	 * Whether it is this person's turn. {@link ContentLists#turn} says the same in SQL.
	 */
	static boolean mayDecide(StaffUser user, ContentItem item) {
		Review review = item.review();
		return review != null && review.state() == Review.State.OPEN && may(user, review.next(), item)
				&& !review.isBy(user.id()) && !review.hasAgreed(user.id());
	}

	/** Takes away, changes times, and publishes alone where that is switched on. */
	static boolean mayPublish(StaffUser user, ContentItem item) {
		return may(user, Role.APPROVER, item);
	}

	static boolean may(StaffUser user, Role role, ContentItem item) {
		return user.may(role, item.type().getSection(), item.id());
	}

	static void demand(boolean allowed) {
		if (!allowed) {
			throw new AccessDeniedException("Not for this person");
		}
	}

}
