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

	/** Whether it holds files of the library. */
	public boolean isOfFiles() {
		return this.target != null && this.target.files() != null;
	}

	/** Whether it holds pictures of the library. */
	public boolean isOfPictures() {
		return isOfFiles() && this.target.files() == Files.PICTURES;
	}

	/**
	 * What a reference points to.
	 *
	 * @param table of the records
	 * @param key the column that names them in a form
	 * @param label what people read, in SQL
	 * @param join the table of a list; null for a single one
	 * @param joinColumn what names the record there
	 * @param order in which they are offered
	 * @param filter which of them may be chosen
	 * @param files which files of the library; null for other records
	 */
	record Target(String table, String key, String label, String join, String joinColumn, String order, String filter,
			Files files) {

		static Target of(String table, String key, String label, String join, String joinColumn) {
			return new Target(table, key, label, join, joinColumn, "position, id", "true", null);
		}

		/** What the public reads of a record, in SQL; several lines for several texts. */
		String said(String lang) {
			return ((this.files != null) ? this.files.said : this.label).replaceAll("_zh\\b", "_" + lang);
		}

		static Target files(String join, Files files) {
			return new Target("media_item", "sha256", files.label, join, "media_item_id", "created_at desc, id desc",
					files.filter, files);
		}

	}

	/** The kinds of files that a list can hold. */
	enum Files {

		ATTACHMENTS("file_name", "file_name", "kind = 'ATTACHMENT'", 200),

		/** Fewer are offered, since each of them is shown. */
		PICTURES("concat_ws('：', file_name, coalesce(alt_zh, caption_zh))", "concat_ws(chr(10), alt_zh, caption_zh)",
				"kind = 'PICTURE' and (decorative or alt_zh is not null)", 48);

		private final String label;

		private final String said;

		private final String filter;

		private final int offered;

		Files(String label, String said, String filter, int offered) {
			this.label = label;
			this.said = said;
			this.filter = filter;
			this.offered = offered;
		}

		/** How many of the newest. */
		int offered() {
			return this.offered;
		}

	}

}
