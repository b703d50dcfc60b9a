package edu.wenzhou.site.publishing;

import java.util.List;
import java.util.Map;

/** Something that is replaced by something else, wherever it stands. */
interface Replacement {

	/**
	 * The condition that an item may have it in its newest revision, on
	 * {@code content_item i} and {@code content_revision v}.
	 * @param parameters to which those of the condition are added
	 */
	String condition(Map<String, Object> parameters);

	/** Where it stands in an item, in the order of the form. */
	List<Place> places(ContentType type, Values values);

	/**
	 * The values with some of these places changed.
	 * @param chosen by {@link Place#key()}, with the text that goes with it; empty where
	 * there is none
	 */
	Values in(ContentType type, Values values, Map<String, String> chosen);

	/** Of what by what, for the history. */
	String note();

	/** The same for the record of events. */
	Map<String, ?> details();

	/**
	 * One place where it stands.
	 *
	 * @param number counted from 0 within the field
	 * @param before what readers see before it
	 * @param seen what they see of it
	 * @param becomes what they see instead
	 * @param after what they see after it
	 * @param alt the text that is offered with it, for people to change; null where none
	 * belongs there
	 */
	record Place(Field field, int number, String before, String seen, String becomes, String after, String alt) {

		public String key() {
			return this.field.name() + "." + this.number;
		}

	}

}
