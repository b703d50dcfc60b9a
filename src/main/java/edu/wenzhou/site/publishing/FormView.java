package edu.wenzhou.site.publishing;

import java.util.List;

/**
 * A form as the page shows it.
 *
 * @param groups in their order
 * @param problems all that has to be changed, for the summary
 * @param questions all that will be asked, for the same
 */
record FormView(List<Group> groups, List<Line> problems, List<Line> questions) {

	/**
	 * Fields that belong together: one, or the two languages of a text.
	 *
	 * @param label of the group; null where the field's own is enough
	 */
	record Group(String name, String label, List<Entry> fields) {

	}

	/**
	 * A field.
	 *
	 * @param label with its language
	 * @param hint null where none is needed
	 * @param errors what has to be changed
	 * @param asked what has to be answered
	 * @param options to choose from; empty for what is typed
	 * @param theirs what somebody else wrote meanwhile; null where nothing is to decide
	 */
	record Entry(Field field, String label, String hint, String value, List<String> errors, List<String> asked,
			List<Option> options, String theirs) {

		public String id() {
			return "field-" + this.field.name();
		}

		public boolean isWrong() {
			return !this.errors.isEmpty();
		}

		/** Rows of a text field, by what is in it. */
		public int rows() {
			int lines = (int) this.value.lines().count() + this.value.length() / 60;
			return switch (this.field.kind()) {
				case RICH -> Math.max(12, Math.min(lines + 2, 30));
				default -> Math.max(3, Math.min(lines + 1, 12));
			};
		}

	}

	/**
	 * A choice.
	 *
	 * @param place among the chosen ones, from 1; 0 for what is not chosen
	 * @param thumb where a picture is seen; null for other choices
	 */
	record Option(String value, String label, int place, String thumb) {

		static Option of(String value, String label, List<String> chosen) {
			return new Option(value, label, chosen.indexOf(value) + 1, null);
		}

		Option with(String thumb) {
			return new Option(this.value, this.label, this.place, thumb);
		}

		public boolean isSelected() {
			return this.place > 0;
		}

	}

	/** A picture as people of the back office see it. */
	record Thumb(String address, String label) {

	}

	/**
	 * What has to be answered before a text is published as it is.
	 *
	 * @param id of the field for the reason, also its name
	 * @param subject what was found, personal data masked
	 * @param reason that was given; empty for none yet
	 */
	record Asked(String id, String subject, Line line, String reason) {

		/** Whether it is still to be answered. */
		public boolean isOpen() {
			return this.reason.isBlank();
		}

	}

	/** A line of the summary of problems. */
	record Line(String field, String label, String message) {

	}

}
