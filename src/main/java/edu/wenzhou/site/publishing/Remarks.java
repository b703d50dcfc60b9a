package edu.wenzhou.site.publishing;

/**
 * What people write to each other about an item; it is shown whole wherever the item is.
 */
final class Remarks {

	/** In characters. */
	private static final int LONGEST = 2000;

	private Remarks() {
	}

	static void demandReason(String typed) {
		if (typed.isBlank()) {
			throw new Refusal("staff.refusal.reason");
		}
		demandShort(typed, "staff.refusal.reason-long");
	}

	static void demandComment(String typed) {
		if (typed.isBlank()) {
			throw new Refusal("staff.refusal.comment");
		}
		demandShort(typed, "staff.refusal.comment-long");
	}

	/**
	 * @param typed may be null
	 * @param refusal of the field, by its key
	 */
	static void demandShort(String typed, String refusal) {
		if (typed != null && typed.length() > LONGEST) {
			throw new Refusal(refusal);
		}
	}

}
