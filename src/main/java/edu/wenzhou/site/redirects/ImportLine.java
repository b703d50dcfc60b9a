package edu.wenzhou.site.redirects;

/**
 * What a line of a list is going to do.
 *
 * @param number of the line, from 1
 * @param from as typed
 * @param to as typed
 * @param source as {@link Checked} has it
 * @param target as {@link Checked} has it
 * @param before where the source leads now; null if nowhere
 * @param problem the end of a message key, {@code staff.redirects.<problem>}; null where
 * there is none
 * @param other the line that the problem is with, where it is with one
 */
record ImportLine(int number, String from, String to, String source, String target, String before, String problem,
		int other) {

	/** What becomes of the line. */
	enum State {

		ADD, CHANGE, SAME, WRONG

	}

	public State state() {
		if (this.problem != null) {
			return State.WRONG;
		}
		if (this.before == null) {
			return State.ADD;
		}
		return this.before.equals(this.target) ? State.SAME : State.CHANGE;
	}

}
