package edu.wenzhou.site.publishing;

/** Why a replacement was not made in an item. */
class Left extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final Reason reason;

	Left(Reason reason) {
		super(reason.name(), null, false, false);
		this.reason = reason;
	}

	Reason getReason() {
		return this.reason;
	}

	/** Each is said by the message {@code staff.replace.left.<reason>}. */
	enum Reason {

		/** Somebody saved another text since the places were shown. */
		CHANGED,
		/** Others are deciding on it, or have: it waits for its time. */
		REVIEW,
		/** It is in the trash. */
		DELETED,
		/** It would be the same afterwards. */
		SAME,
		/** A field would be longer than it may be. */
		LONG

	}

}
