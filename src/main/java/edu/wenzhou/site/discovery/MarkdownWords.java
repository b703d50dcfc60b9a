package edu.wenzhou.site.discovery;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Elements;

/**
 * What stands in one line of a {@link MarkdownText}: marks become footnotes; drawings,
 * forms and ways around the page are left out.
 */
class MarkdownWords {

	/** What is not content, or only a way around the page. */
	static final String LEFT_OUT = "[aria-hidden=true], svg, script, form, button, caption.vh, .side, "
			+ ".on-screen, .legend, .key, .slip, .note-all, .note-back";

	/** What begins on a line of its own. */
	private static final Set<String> BLOCKS = Set.of("address", "article", "aside", "blockquote", "dd", "details",
			"div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6",
			"header", "li", "main", "nav", "ol", "p", "section", "summary", "table", "ul");

	/** Means something to Markdown wherever it stands. */
	private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]<>|~#]|&(?=#?[A-Za-z0-9]+;)");

	private static final Pattern NUMBER = Pattern.compile("[0-9]+");

	private static final Pattern SPACE = Pattern.compile("[ \\t\\r\\n\\f]+");

	/** On a line of its own, so that escapes at the beginning hold for what follows. */
	static final String LINE_BREAK = "\\\n";

	/** Between a name and what it stands for. */
	private final String colon;

	/** The notes that lead back to a mark: its own, and further sentences behind it. */
	private final Map<String, Set<String>> notes = new HashMap<>();

	MarkdownWords(Element main, String colon) {
		this.colon = colon;
		for (Element note : main.select(".note-list > li")) {
			note.select(".note-back a[href]")
				.forEach((back) -> this.notes
					.computeIfAbsent(back.attr("href").substring(1), (id) -> new LinkedHashSet<>())
					.add(digits(note.id())));
		}
	}

	static boolean isBlock(Element element) {
		return BLOCKS.contains(element.normalName());
	}

	String inline(Elements elements) {
		return elements.stream().map(this::inline).collect(Collectors.joining(" "));
	}

	String inline(Element element) {
		return inline(element.childNodes());
	}

	String inline(List<Node> nodes) {
		StringBuilder text = new StringBuilder();
		nodes.forEach((node) -> append(text, node));
		return text.toString().replaceAll("^(?: |\\\\\\n)+|(?: |\\\\\\n)+$", "");
	}

	private void append(StringBuilder text, Node node) {
		if (node instanceof TextNode words) {
			appendWords(text, words.getWholeText());
		}
		else if (node instanceof Element element && !element.is(LEFT_OUT)) {
			appendElement(text, element);
		}
	}

	private static void appendWords(StringBuilder text, String words) {
		String plain = SPACE.matcher(words).replaceAll(" ");
		if (plain.startsWith(" ") && (text.isEmpty() || text.charAt(text.length() - 1) == ' '
				|| text.charAt(text.length() - 1) == '\n')) {
			plain = plain.substring(1);
		}
		text.append(SPECIAL.matcher(plain).replaceAll("\\\\$0"));
	}

	private void appendElement(StringBuilder text, Element element) {
		if (element.hasClass("src")) {
			mark(text, element);
			return;
		}
		switch (element.normalName()) {
			case "br" -> text.append(LINE_BREAK);
			case "img" -> picture(text, element);
			case "a" -> apart(text, element, (inner) -> link(text, element, inner));
			case "strong", "b" -> apart(text, element, (inner) -> emphasis(text, "**", inner));
			case "em", "i" -> apart(text, element, (inner) -> emphasis(text, "*", inner));
			case "q" -> text.append('“').append(inline(element)).append('”');
			default -> appendOther(text, element);
		}
	}

	private void mark(StringBuilder text, Element mark) {
		Element place = mark.selectFirst("[id]");
		if (place == null) {
			place = mark.closest("[id]");
		}
		Set<String> numbers = new LinkedHashSet<>(List.of(digits(mark.text())));
		numbers.addAll(this.notes.getOrDefault((place != null) ? place.id() : "", Set.of()));
		numbers.forEach((number) -> text.append("[^").append(number).append(']'));
	}

	/** What is in an element by itself; spaces at its ends stay outside. */
	private void apart(StringBuilder text, Element element, Consumer<String> appender) {
		String whole = element.wholeText();
		if (SPACE.matcher(whole).lookingAt()) {
			appendWords(text, " ");
		}
		appender.accept(inline(element));
		if (!whole.isEmpty() && SPACE.matcher(whole.substring(whole.length() - 1)).matches()) {
			appendWords(text, " ");
		}
	}

	/** Words keep the distance that the style sheet gives them. */
	private void appendOther(StringBuilder text, Element element) {
		if (element.hasClass("fig-num")) {
			if (!text.isEmpty() && text.charAt(text.length() - 1) == ' ') {
				text.setLength(text.length() - 1);
			}
			text.append(this.colon);
		}
		if (isBlock(element) || element.is(".cnt, .tag")) {
			appendWords(text, " ");
		}
		element.childNodes().forEach((child) -> append(text, child));
		if (isBlock(element)) {
			appendWords(text, " ");
		}
	}

	/**
	 * Only where Markdown takes the stars for what they are: beside letters and digits
	 * (Chinese punctuation would leave them standing).
	 */
	private static void emphasis(StringBuilder text, String mark, String inner) {
		boolean plain = !inner.isEmpty() && Character.isLetterOrDigit(inner.codePointAt(0))
				&& Character.isLetterOrDigit(inner.codePointBefore(inner.length())) && !inner.contains(LINE_BREAK)
				&& (text.isEmpty() || text.charAt(text.length() - 1) != '*');
		text.append(plain ? mark : "").append(inner).append(plain ? mark : "");
	}

	private static void picture(StringBuilder text, Element image) {
		String description = SPECIAL.matcher(SPACE.matcher(image.attr("alt")).replaceAll(" ").strip())
			.replaceAll("\\\\$0");
		text.append("![").append(description).append("](").append(target(image.absUrl("src"))).append(')');
	}

	private static void link(StringBuilder text, Element link, String inner) {
		String address = link.attr("href");
		if (inner.isEmpty() || address.isEmpty() || address.startsWith("#")) {
			text.append(inner);
			return;
		}
		if (!text.isEmpty() && text.charAt(text.length() - 1) == '!') {
			text.insert(text.length() - 1, '\\');
		}
		text.append('[').append(inner).append("](").append(target(link.absUrl("href"))).append(')');
	}

	/** Brackets would end the address, or begin another one. */
	private static String target(String address) {
		return address.replace("(", "%28")
			.replace(")", "%29")
			.replace("<", "%3C")
			.replace(">", "%3E")
			.replace(" ", "%20");
	}

	/** The last number in a text. */
	static String digits(String text) {
		Matcher number = NUMBER.matcher(text);
		String last = "";
		while (number.find()) {
			last = number.group();
		}
		return last;
	}

}
