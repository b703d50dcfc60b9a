package edu.wenzhou.site.publishing;

import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Component;

/** What differs between two texts of an item, field by field. */
@Component
class Comparisons {

	private final Forms forms;

	Comparisons(Forms forms) {
		this.forms = forms;
	}

	/** The fields that differ, in the order of the form. */
	List<Change> fields(ContentType type, Values before, Values after) {
		Set<String> differing = after.differing(before);
		return type.getFields()
			.stream()
			.filter((field) -> differing.contains(field.name()))
			.map((field) -> new Change(field, this.forms.label(type, field),
					this.forms.readable(field, before.get(field.name())),
					this.forms.readable(field, after.get(field.name()))))
			.toList();
	}

	/**
	 * A field with both texts.
	 *
	 * @param before empty where there was nothing
	 * @param after empty where there is nothing any more
	 */
	record Change(Field field, String label, String before, String after) {

	}

}
