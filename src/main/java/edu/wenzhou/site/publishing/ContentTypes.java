package edu.wenzhou.site.publishing;

import java.util.Comparator;
import java.util.List;

import edu.wenzhou.site.staff.StaffUser;
import edu.wenzhou.site.web.NotFoundException;
import org.springframework.stereotype.Component;

/** The kinds of content that features described, in the order of their sections. */
@Component
class ContentTypes {

	private final List<ContentType> all;

	ContentTypes(List<ContentType> all) {
		this.all = all.stream()
			.sorted(Comparator.comparing(ContentType::getSection).thenComparing(ContentType::getKey))
			.toList();
	}

	List<ContentType> all() {
		return this.all;
	}

	/** Those that this person may fill from a table. */
	List<ContentType> importable(StaffUser user) {
		return this.all.stream()
			.filter((type) -> type.importing() != Importing.NONE && Access.mayCreate(user, type))
			.toList();
	}

	/**
	 * @throws NotFoundException if there is none
	 */
	ContentType get(String key) {
		return this.all.stream()
			.filter((type) -> type.getKey().equals(key))
			.findFirst()
			.orElseThrow(NotFoundException::new);
	}

}
