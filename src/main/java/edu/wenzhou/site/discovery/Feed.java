package edu.wenzhou.site.discovery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import edu.wenzhou.site.media.Attachments.Attachment;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The newest notices, as Atom and JSON Feed tell them. Addresses have a host.
 *
 * @param id for ever, whatever host and address it has
 * @param language of titles and labels
 * @param home the page with the same notices
 * @param updated when any of them last changed, or one went away
 * @param related other pages and files for the same readers
 */
record Feed(String id, String language, String title, String subtitle, String author, String site, String home,
		String atom, String json, String icon, Instant updated, List<Related> related, List<Entry> entries) {

	/** An id that depends on nothing but the name (RFC 4122, version 3). */
	static String id(String name) {
		return "urn:uuid:" + UUID.nameUUIDFromBytes(("edu.wenzhou.site " + name).getBytes(UTF_8));
	}

	/** A text and the language that it is in. */
	record Text(String text, String language) {

	}

	/** A link to something beside the notices. */
	record Related(String address, String type, String title) {

	}

	/**
	 * A notice.
	 *
	 * @param id for ever, also when it moves
	 * @param summary null where there is none
	 * @param content clean HTML, its links with a host
	 * @param published what readers see as its date
	 * @param updated the one date of its page
	 */
	record Entry(String id, String address, Text title, Text summary, Text content, String category, String label,
			Instant published, Instant updated, List<Attachment> attachments) {

	}

}
