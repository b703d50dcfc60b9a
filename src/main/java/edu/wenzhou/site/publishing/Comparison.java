package edu.wenzhou.site.publishing;

import java.util.List;

import edu.wenzhou.site.publishing.BlockDiff.Row;
import edu.wenzhou.site.publishing.FormView.Line;
import edu.wenzhou.site.publishing.FormView.Thumb;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Two revisions of an item as a reviewer reads them.
 *
 * @param before null where nothing was public before
 * @param pages the public page in the languages in which it may differ
 * @param fields those that differ, in the order of the form
 * @param view how it is to be shown
 */
record Comparison(ContentItem item, Revision before, Revision after, List<PageChange> pages, List<FieldChange> fields,
		View view) {

	/** Nothing to compare with: all of it is new. */
	public boolean isAllNew() {
		return this.before == null;
	}

	/** The same with both texts side by side, or in one. */
	public String sides(boolean side) {
		return this.view.link(side, this.view.all());
	}

	/** The same with all that did not change, or without. */
	public String whole(boolean all) {
		return this.view.link(this.view.side(), all);
	}

	/**
	 * How a comparison is shown.
	 *
	 * @param path of the page that shows it, with what it compares
	 * @param side whether both texts stand side by side
	 * @param all whether what did not change is shown too
	 */
	record View(String path, boolean side, boolean all) {

		static View of(String path, String view, String all) {
			return new View(path, view.equals("side"), all.equals("1"));
		}

		private String link(boolean side, boolean all) {
			UriComponentsBuilder link = UriComponentsBuilder.fromUriString(this.path);
			if (side) {
				link.queryParam("view", "side");
			}
			if (all) {
				link.queryParam("all", "1");
			}
			return link.toUriString();
		}

	}

	/**
	 * A field with both texts.
	 *
	 * @param lang of its text; null for what has none
	 * @param before pictures, where it holds some
	 * @param after the same
	 */
	record FieldChange(String label, String lang, boolean empty, List<Row> rows, List<Thumb> before,
			List<Thumb> after) {

	}

	/**
	 * The public page before and after.
	 *
	 * @param lang zh or en
	 * @param now where the page before is to be seen; null if nowhere
	 * @param rows empty where no visitor would see a difference
	 * @param refusal why it can't be shown; null if it can
	 * @param problems what has to be changed first
	 */
	record PageChange(String lang, String now, List<Row> rows, String refusal, List<Line> problems) {

	}

}
