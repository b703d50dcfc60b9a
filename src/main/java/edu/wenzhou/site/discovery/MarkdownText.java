package edu.wenzhou.site.discovery;

import java.util.ArrayList;
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
 * The main part of a page of ours as Markdown (CommonMark, with tables and footnotes as
 * GitHub has them). Knows what our templates and bodies are made of: marks become
 * footnotes, drawings, forms and ways around the page are left out.
 */
class MarkdownText {

	/** What is not content, or only a way around the page. */
	private static final String LEFT_OUT = "[aria-hidden=true], svg, script, form, button, caption.vh, .side, "
			+ ".on-screen, .legend, .key, .slip, .note-all, .note-back";

	/** What begins on a line of its own. */
	private static final Set<String> BLOCKS = Set.of("address", "article", "aside", "blockquote", "dd", "details",
			"div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6",
			"header", "li", "main", "nav", "ol", "p", "section", "summary", "table", "ul");

	/** Means something to Markdown wherever it stands. */
	private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]<>|~#]|&(?=#?[A-Za-z0-9]+;)");

	/** Means something to Markdown where a line begins. */
	private static final Pattern BEGINNING = Pattern.compile("^([+=-]|[0-9]{1,9}(?=[.)]))");

	private static final Pattern NUMBER = Pattern.compile("[0-9]+");

	private static final Pattern SPACE = Pattern.compile("[ \\t\\r\\n\\f]+");

	/** On a line of its own, so that escapes at the beginning hold for what follows. */
	private static final String LINE_BREAK = "\\\n";

	private final Element main;

	private final Element heading;

	/** Between a name and what it stands for. */
	private final String colon;

	/** The notes that lead back to a mark: its own, and further sentences behind it. */
	private final Map<String, Set<String>> notes = new HashMap<>();

	MarkdownText(Element main, String colon) {
		this.main = main;
		this.heading = main.selectFirst("h1");
		this.colon = colon;
		for (Element note : main.select(".note-list > li")) {
			note.select(".note-back a[href]")
				.forEach((back) -> this.notes
					.computeIfAbsent(back.attr("href").substring(1), (id) -> new LinkedHashSet<>())
					.add(digits(note.id())));
		}
	}

	/** What the page is called. */
	String title() {
		return inline(this.heading).replace(LINE_BREAK, " ");
	}

	/** All but that. */
	String body() {
		return String.join("\n\n", blocks(this.main));
	}

	private List<String> blocks(Element parent) {
		List<String> blocks = new ArrayList<>();
		List<Node> line = new ArrayList<>();
		for (Node child : parent.childNodes()) {
			if (child instanceof Element element && isBlock(element) && !element.is(LEFT_OUT)) {
				paragraph(blocks, line);
				block(blocks, element);
			}
			else {
				line.add(child);
			}
		}
		paragraph(blocks, line);
		return blocks;
	}

	private static boolean isBlock(Element element) {
		return BLOCKS.contains(element.normalName());
	}

	private void paragraph(List<String> blocks, List<Node> line) {
		add(blocks, "", beginning(inline(line)));
		line.clear();
	}

	private void block(List<String> blocks, Element element) {
		String name = element.normalName();
		if (element == this.heading) {
			return;
		}
		if (name.matches("h[2-6]")) {
			add(blocks, "#".repeat(name.charAt(1) - '0') + " ", inline(element).replace(LINE_BREAK, " "));
		}
		else if (element.hasClass("note-list")) {
			element.children().forEach((note) -> blocks.add(footnote(note)));
		}
		else if (name.equals("ul") || name.equals("ol")) {
			add(blocks, "", list(element, name.equals("ol")));
		}
		else if (name.equals("dl")) {
			add(blocks, "", definitions(element));
		}
		else if (element.className().matches("[a-z]+-row")) {
			addRow(blocks, element);
		}
		else if (name.equals("table")) {
			add(blocks, "", beginning(inline(element.select("> caption"))));
			add(blocks, "", table(element));
		}
		else if (name.equals("blockquote")) {
			add(blocks, "", indented(String.join("\n\n", blocks(element)), "> ", "> ").replaceAll("(?m) +$", ""));
		}
		else {
			blocks.addAll(blocks(element));
		}
	}

	/** The row of a chart, as a line of a list. */
	private void addRow(List<String> blocks, Element row) {
		String text = "- "
				+ beginning(row.select("> p").stream().map(this::inline).collect(Collectors.joining(this.colon)));
		int last = blocks.size() - 1;
		if (last >= 0 && blocks.get(last).startsWith("- ")) {
			blocks.set(last, blocks.get(last) + "\n" + text);
		}
		else {
			blocks.add(text);
		}
	}

	private static void add(List<String> blocks, String mark, String text) {
		if (!text.isEmpty()) {
			blocks.add(mark + text);
		}
	}

	private String list(Element list, boolean numbered) {
		List<String> items = new ArrayList<>();
		for (Element item : list.children()) {
			String text = item.is(LEFT_OUT) ? "" : String.join("\n\n", blocks(item));
			if (!text.isEmpty()) {
				String mark = numbered ? (items.size() + 1) + ". " : "- ";
				items.add(indented(text, mark, " ".repeat(mark.length())));
			}
		}
		return String.join("\n", items);
	}

	/** A name with its values a line. */
	private String definitions(Element list) {
		List<String> lines = new ArrayList<>();
		List<String> values = new ArrayList<>();
		String name = "";
		for (Element part : list.select("dt, dd")) {
			if (part.normalName().equals("dt")) {
				name = beginning(inline(part));
				values.clear();
				lines.add("");
			}
			else {
				values.add(inline(part));
			}
			lines.set(lines.size() - 1, "- " + name + this.colon + String.join("; ", values));
		}
		return String.join("\n", lines);
	}

	private String table(Element table) {
		List<List<String>> rows = new ArrayList<>();
		for (Element row : table.select("tr")) {
			List<String> cells = new ArrayList<>();
			for (Element cell : row.select("> th, > td")) {
				cells.add(inline(cell).replace(LINE_BREAK, " "));
				for (int i = 1; i < Math.min(number(cell.attr("colspan")), 100); i++) {
					cells.add("");
				}
			}
			rows.add(cells);
		}
		int width = rows.stream().mapToInt(List::size).max().orElse(0);
		if (width == 0) {
			return "";
		}
		boolean headed = table.selectFirst("tr").select("> td").isEmpty();
		StringBuilder text = new StringBuilder(line(headed ? rows.remove(0) : List.of(), width));
		text.append("\n|").append(" --- |".repeat(width));
		rows.forEach((row) -> text.append('\n').append(line(row, width)));
		return text.toString();
	}

	private static String line(List<String> cells, int width) {
		List<String> all = new ArrayList<>(cells);
		while (all.size() < width) {
			all.add("");
		}
		return all.stream().map((cell) -> " " + cell + " ").collect(Collectors.joining("|", "|", "|"));
	}

	private static int number(String text) {
		return text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 1;
	}

	/** A sentence of the source and its place there. */
	private String footnote(Element note) {
		String place = inline(List.of(note.selectFirst(".note-loc a")));
		return ("[^" + digits(note.id()) + "]: " + inline(note.select("blockquote p")) + " — " + place)
			.replace(LINE_BREAK, " ");
	}

	private String inline(Elements elements) {
		return elements.stream().map(this::inline).collect(Collectors.joining(" "));
	}

	private String inline(Element element) {
		return inline(element.childNodes());
	}

	private String inline(List<Node> nodes) {
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

	private static String digits(String text) {
		Matcher number = NUMBER.matcher(text);
		String last = "";
		while (number.find()) {
			last = number.group();
		}
		return last;
	}

	private static String beginning(String text) {
		return text.lines()
			.map((line) -> BEGINNING.matcher(line)
				.replaceAll((found) -> Matcher
					.quoteReplacement(found.group().matches("[0-9]+") ? found.group() + "\\" : "\\" + found.group())))
			.collect(Collectors.joining("\n"));
	}

	private static String indented(String text, String first, String rest) {
		return first + text.lines()
			.map((line) -> line.isEmpty() ? line : rest + line)
			.collect(Collectors.joining("\n"))
			.substring(rest.length());
	}

}
