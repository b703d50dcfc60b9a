package edu.wenzhou.site.table;

/** Why a file is not read as a table. */
public class TableRefusal extends Exception {

	private static final long serialVersionUID = 1L;

	private final Reason reason;

	TableRefusal(Reason reason) {
		super(reason.name(), null, false, false);
		this.reason = reason;
	}

	public Reason getReason() {
		return this.reason;
	}

	/** The names end the keys of the sentences, {@code staff.import.refuse.…}. */
	public enum Reason {

		EMPTY, LARGE, UNREADABLE, OLD, UNPACKED, LINES, COLUMNS, QUOTE

	}

}
