package edu.wenzhou.site.discovery;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * The main part of a page of ours as Markdown (CommonMark, with tables and footnotes as
 * GitHub has them). Knows what our templates and bodies are made of; what stands in a
 * line is {@link MarkdownWords}.
 */
class MarkdownText {

	/** Means something to Markdown where a line begins. */
	private static final Pattern BEGINNING = Pattern.compile("^([+=-]|[0-9]{1,9}(?=[.)]))");

	private final Element main;

	private final Element heading;

	/** Between a name and what it stands for. */
	private final String colon;

	private final MarkdownWords words;

	MarkdownText(Element main, String colon) {
		this.main = main;
		this.heading = main.selectFirst("h1");
		this.colon = colon;
		this.words = new MarkdownWords(main, colon);
	}

	/** What the page is called. */
	String title() {
		return this.words.inline(this.heading).replace(MarkdownWords.LINE_BREAK, " ");
	}

	/** All but that. */
	String body() {
		return String.join("\n\n", blocks(this.main));
	}

	private List<String> blocks(Element parent) {
		List<String> blocks = new ArrayList<>();
		List<Node> line = new ArrayList<>();
		for (Node child : parent.childNodes()) {
			if (child instanceof Element element && MarkdownWords.isBlock(element)
					&& !element.is(MarkdownWords.LEFT_OUT)) {
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

	private void paragraph(List<String> blocks, List<Node> line) {
		add(blocks, "", beginning(this.words.inline(line)));
		line.clear();
	}

	private void block(List<String> blocks, Element element) {
		String name = element.normalName();
		if (element == this.heading) {
			return;
		}
		if (name.matches("h[2-6]")) {
			add(blocks, "#".repeat(name.charAt(1) - '0') + " ",
					this.words.inline(element).replace(MarkdownWords.LINE_BREAK, " "));
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
			add(blocks, "", beginning(this.words.inline(element.select("> caption"))));
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
				+ beginning(row.select("> p").stream().map(this.words::inline).collect(Collectors.joining(this.colon)));
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
			String text = item.is(MarkdownWords.LEFT_OUT) ? "" : String.join("\n\n", blocks(item));
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
				name = beginning(this.words.inline(part));
				values.clear();
				lines.add("");
			}
			else {
				values.add(this.words.inline(part));
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
				cells.add(this.words.inline(cell).replace(MarkdownWords.LINE_BREAK, " "));
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
		String place = this.words.inline(List.of(note.selectFirst(".note-loc a")));
		return ("[^" + MarkdownWords.digits(note.id()) + "]: " + this.words.inline(note.select("blockquote p")) + " — "
				+ place)
			.replace(MarkdownWords.LINE_BREAK, " ");
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
