package edu.wenzhou.site.publishing;

import java.time.Instant;

import edu.wenzhou.site.text.LocalizedText;

/**
 * An item as the public sees it.
 *
 * @param id of the item
 * @param path without language; with {@code #} where it is a part of a page
 * @param changed when it last became something else
 * @param expires after which moment it is no longer public; null for never
 */
public record PublicItem(long id, ContentType type, String path, Values values, Instant changed, Instant expires) {

	/** The path of the page on which it stands. */
	public String page() {
		int fragment = this.path.indexOf('#');
		return (fragment < 0) ? this.path : this.path.substring(0, fragment);
	}

	/** What people know it by. */
	public LocalizedText title() {
		return text(this.type.titleName());
	}

	/** A text of it in its languages; null where there is none. */
	public LocalizedText text(String field) {
		String english = this.values.get(field + "_en");
		return this.values.has(field + "_zh")
				? new LocalizedText(this.values.get(field + "_zh"), english.isEmpty() ? null : english) : null;
	}

	/** Whether it has a page of its own. */
	public boolean hasPage() {
		return this.path.indexOf('#') < 0;
	}

}
