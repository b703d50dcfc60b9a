package edu.wenzhou.site.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.owasp.html.HtmlChangeListener;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * The one policy for bodies written as HTML: headings from level 2, paragraphs, lists,
 * quotations, tables, emphasis, links, and pictures of the site's own library. No style,
 * class, script or foreign picture gets through. Applied when a body is stored and again
 * whenever it is shown.
 */
public final class RichText {

	/** A picture of the library, its name encoded, without a slash in disguise. */
	private static final Pattern PICTURE = Pattern
		.compile("/media/[0-9a-f]{64}/(?!.*%(?:2F|5C|00))(?:[A-Za-z0-9._~-]|%[0-9A-F]{2})+\\.(?:jpg|png)");

	private static final Pattern SHOWN = Pattern.compile("<img [^<>]*?src=\"(" + PICTURE.pattern() + ")\"");

	/**
	 * Full-width forms, and all beyond the first plane but for the fourteenth, whose
	 * characters nobody sees.
	 */
	private static final Pattern BY_NUMBER = Pattern.compile("&#x(ff[0-9a-e][0-9a-f]|(?:[1-9a-df]|10)[0-9a-f]{4});");

	private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
		.allowElements("h2", "h3", "h4", "p", "ul", "ol", "li", "blockquote", "strong", "em", "br", "table", "caption",
				"thead", "tbody", "tr", "th", "td", "a", "figure", "figcaption")
		.allowElements(RichText::picture, "img")
		.allowAttributes("src")
		.matching(PICTURE)
		.onElements("img")
		.allowAttributes("alt")
		.matching((element, attribute, value) -> withoutReferences(value))
		.onElements("img")
		.allowAttributes("width", "height")
		.matching((element, attribute, value) -> value.matches("[1-9][0-9]{0,4}") ? value : null)
		.onElements("img")
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

	/** Nothing without a source of ours, and never without an alternative text. */
	private static String picture(String element, List<String> attributes) {
		if (!attributes.contains("src")) {
			return null;
		}
		if (!attributes.contains("alt")) {
			attributes.addAll(List.of("alt", ""));
		}
		return element;
	}

	/**
	 * A figure that a text names is put in as markup, which has no place in an attribute.
	 */
	private static String withoutReferences(String text) {
		return text.replace("[[", "[").replace("]]", "]");
	}

	/** The body with everything removed that the policy does not allow. */
	public static String sanitize(String html) {
		// The library writes them as numbers, which people would find in their text, and
		// in what a comparison says
		return BY_NUMBER.matcher(POLICY.sanitize(html))
			.replaceAll((reference) -> Character.toString(Integer.parseInt(reference.group(1), 16)));
	}

	/** The addresses of the pictures of the library in a body, each once. */
	public static List<String> pictures(String html) {
		return SHOWN.matcher(html).results().map((picture) -> picture.group(1)).distinct().toList();
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
