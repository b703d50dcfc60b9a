package edu.wenzhou.site.publishing;

import java.util.List;

/**
 * A field of a content type's form. Its name is that of its column, so {@code title_zh}
 * and {@code title_en} are two fields.
 *
 * @param column where the value goes; null where it goes into a table of its own
 * @param required whether it can't be published without
 * @param least smallest number, if it is one
 * @param most largest number, if it is one
 * @param options words to choose from
 * @param optionMessages what messages for the options begin with
 * @param target what a reference points to; null for other kinds
 */
public record Field(String name, Kind kind, String column, boolean required, int least, int most, List<String> options,
		String optionMessages, Target target) {

	/** {@code zh} or {@code en}; null for what has no language. */
	public String lang() {
		return this.name.endsWith("_zh") ? "zh" : this.name.endsWith("_en") ? "en" : null;
	}

	/** The name without its language. */
	public String stem() {
		return (lang() != null) ? this.name.substring(0, this.name.length() - 3) : this.name;
	}

	/**
	 * What a reference points to.
	 *
	 * @param table of the records
	 * @param key the column that names them in a form
	 * @param label the column that people read
	 * @param join the table of a list; null for a single one
	 * @param joinColumn what names the record there
	 * @param order in which they are offered
	 * @param filter which of them are offered; what was chosen once is always shown
	 */
	record Target(String table, String key, String label, String join, String joinColumn, String order, String filter) {

		static Target of(String table, String key, String label, String join, String joinColumn) {
			return new Target(table, key, label, join, joinColumn, "position, id", "true");
		}

	}

}
