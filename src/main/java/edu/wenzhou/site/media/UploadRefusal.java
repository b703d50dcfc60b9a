package edu.wenzhou.site.media;

/** Why a file does not get into the library. */
class UploadRefusal extends Exception {

	private static final long serialVersionUID = 1L;

	private final Reason reason;

	UploadRefusal(Reason reason) {
		super(reason.name(), null, false, false);
		this.reason = reason;
	}

	Reason getReason() {
		return this.reason;
	}

	/**
	 * The names end the keys of the sentences, {@code staff.media.refuse.…}, and stand in
	 * the record.
	 */
	enum Reason {

		EMPTY, TYPE, CONTENT, LARGE, PIXELS, PICTURE, ANIMATED, BUSY, PDF, PDF_ACTIVE, OFFICE, OFFICE_LARGE,
		OFFICE_NESTED, OFFICE_MACRO

	}

}
