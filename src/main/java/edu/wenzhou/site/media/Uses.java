package edu.wenzhou.site.media;

import java.util.List;

import edu.wenzhou.site.media.MediaUses.Use;
import edu.wenzhou.site.staff.StaffUser;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All that the users of the library tell, together. */
@Component
class Uses {

	private final ObjectProvider<MediaUses> users;

	Uses(ObjectProvider<MediaUses> users) {
		this.users = users;
	}

	List<Use> of(MediaItem item, StaffUser reader) {
		return this.users.stream().flatMap((user) -> user.usesOf(item.getSha256(), reader).stream()).toList();
	}

	/** Tells them that something else is said of a file. */
	void described(MediaItem item) {
		this.users.stream().forEach((user) -> user.described(item.getSha256()));
	}

	/** A picture that nobody has described is not public, whoever uses it. */
	boolean arePublic(MediaItem item) {
		return item.isComplete() && this.users.stream().anyMatch((user) -> user.isPublic(item.getSha256()));
	}

}
