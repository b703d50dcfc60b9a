package edu.wenzhou.site.publishing;

import java.util.List;

import edu.wenzhou.site.publishing.Revision.Base;

/**
 * What is going to happen to a row of a table.
 *
 * @param number as the spreadsheet counts
 * @param item that is changed; null for a new one
 * @param base its text as it is now; null for a new one
 * @param values all that the draft will hold
 * @param changed labels of the fields that will be others
 * @param wrong what keeps it from being imported
 * @param missing labels of what the draft will still need before it can be handed in
 */
record PlannedRow(int number, State state, String title, Long item, Base base, Values values, List<String> changed,
		List<Wrong> wrong, List<String> missing) {

	/** In the order in which people should look. */
	enum State {

		WRONG, NEW, CHANGED, SAME

	}

	/** Whether a draft will be saved. */
	boolean isSaved() {
		return this.state == State.NEW || this.state == State.CHANGED;
	}

	/**
	 * A cell that can't be taken.
	 *
	 * @param cell such as {@code C7}
	 * @param label of the field
	 */
	record Wrong(String cell, String label, String message) {

	}

}
