package edu.wenzhou.site.publishing;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A table that somebody uploaded.
 *
 * @param head the first row
 * @param fields for each column the field it goes to; empty for one that is left out
 * @param confirmed whether its rows become drafts
 */
record TableImport(long id, ContentType type, String fileName, List<String> head, List<String> fields,
		ZonedDateTime createdAt, ZonedDateTime expiresAt, boolean confirmed) {

	/** Those of a type's fields that a cell can hold. */
	static List<Field> fillable(ContentType type) {
		return type.getFields().stream().filter((field) -> !field.isOfFiles()).toList();
	}

	/** The field that a column goes to. */
	Optional<Field> field(int column) {
		return fillable(this.type).stream().filter((field) -> field.name().equals(this.fields.get(column))).findFirst();
	}

	/** What keeps all of it from being imported, as the end of a message. */
	List<String> faults() {
		List<String> faults = new ArrayList<>();
		Set<String> seen = new HashSet<>();
		if (this.fields.stream().filter((field) -> !field.isEmpty()).anyMatch((field) -> !seen.add(field))) {
			faults.add("twice");
		}
		if (!seen.contains(this.type.titleField())) {
			faults.add("title");
		}
		return faults;
	}

	/** Without slugs nothing is found that could be changed. */
	boolean isWithSlugs() {
		return this.fields.contains(this.type.slugField());
	}

	/** As the spreadsheet names its columns: A to Z, then AA. */
	static String letter(int column) {
		String last = String.valueOf((char) ('A' + column % 26));
		return (column < 26) ? last : letter(column / 26 - 1) + last;
	}

}
