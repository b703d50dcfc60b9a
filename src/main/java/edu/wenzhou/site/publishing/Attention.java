package edu.wenzhou.site.publishing;

import java.time.LocalDate;
import java.util.List;

/**
 * Finds what is public and should be looked at by the college, for the desk. Every bean
 * of it is asked, and takes a fixed number of statements.
 */
public interface Attention {

	/** How many days before its day something is on the desk. */
	int SOON = 30;

	/**
	 * All there is, the most urgent first; the desk leaves out what its reader has
	 * nothing to do with.
	 * @param today where the college is
	 */
	List<Entry> entries(LocalDate today);

	/**
	 * An item and what is to be looked at.
	 *
	 * @param type the key of its type
	 * @param slug under which it is public
	 * @param label what people know it by
	 * @param passages of the source, to be compared
	 * @param shown what the public reads; null where the passages say it all
	 * @param until the day after which it no longer holds, or by which it is looked at
	 * again; null where that is not the matter
	 */
	record Entry(String type, String slug, String label, List<Reason> reasons, List<Passage> passages, String shown,
			LocalDate until) {

		/** Whether somebody only has to say that it is still right. */
		public boolean isOfTime() {
			return this.reasons.stream().allMatch(Reason::isOfTime);
		}

	}

	/** Why an item is looked at. */
	enum Reason {

		/** Two passages of the source disagree. */
		CONFLICTING,
		/** A word of its passage was masked and restored. */
		RESTORED,
		/** Somebody marked it so. */
		TO_CONFIRM,
		/** The day until which it holds has passed. */
		EXPIRED,
		/** That day is near. */
		EXPIRING,
		/** Nobody has looked at it for too long; for whoever may edit it. */
		OVERDUE,
		/** It will soon be so. */
		DUE;

		/** Whether it is looked at again just because time has passed. */
		public boolean isOfTime() {
			return this == OVERDUE || this == DUE;
		}

	}

	/**
	 * A stretch of a source, word for word, or as it was restored.
	 *
	 * @param heading under which it stands there; null where that says nothing
	 * @param restored whether words stand in it that the source has masked
	 */
	record Passage(String heading, boolean restored, List<Part> parts) {

	}

	/** A part of a passage. */
	record Part(String text, Mark mark) {

	}

	/** How a part is set off. */
	enum Mark {

		NONE,
		/** What it is about. */
		MARKED,
		/** Not in the source. */
		RESTORED

	}

}
