package edu.wenzhou.site.text;

import java.util.ArrayList;
import java.util.List;

import org.owasp.html.HtmlChangeListener;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * The one policy for bodies written as HTML: headings from level 2, paragraphs, lists,
 * quotations, tables, emphasis and links. No style, class, script or foreign picture gets
 * through. Applied when a body is stored and again whenever it is shown.
 */
public final class RichText {

	private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
		.allowElements("h2", "h3", "h4", "p", "ul", "ol", "li", "blockquote", "strong", "em", "br", "table", "caption",
				"thead", "tbody", "tr", "th", "td", "a")
		.allowAttributes("href")
		.onElements("a")
		.allowAttributes("colspan", "rowspan")
		.matching((element, attribute, value) -> value.matches("[1-9][0-9]?") ? value : null)
		.onElements("th", "td")
		.allowAttributes("scope")
		.matching(true, "row", "col", "rowgroup", "colgroup")
		.onElements("th")
		.allowUrlProtocols("http", "https", "mailto", "tel")
		.requireRelsOnLinks("noopener")
		.toFactory();

	private RichText() {
	}

	/** The body with everything removed that the policy does not allow. */
	public static String sanitize(String html) {
		return POLICY.sanitize(html);
	}

	/**
	 * What {@link #sanitize} would remove from a body: element names, or "element
	 * attribute" pairs; empty for a body that may be stored as it is.
	 */
	public static List<String> objections(String html) {
		List<String> objections = new ArrayList<>();
		POLICY.sanitize(html, new HtmlChangeListener<List<String>>() {
			@Override
			public void discardedTag(List<String> found, String elementName) {
				found.add(elementName);
			}

			@Override
			public void discardedAttributes(List<String> found, String tagName, String... attributeNames) {
				for (String attribute : attributeNames) {
					found.add(tagName + " " + attribute);
				}
			}
		}, objections);
		return objections;
	}

}
