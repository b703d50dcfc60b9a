package edu.wenzhou.site.publishing;

import java.util.ArrayList;
import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** HTML as the blocks of text that people read, in reading order. */
final class TextBlocks {

	/**
	 * What no visitor reads, what the site keeps for itself, and the numbers of source
	 * marks: one more would change all that follow.
	 */
	private static final String LEFT_OUT = "script, style, template, svg, form, .vh, [aria-hidden=true], .src, .note-back, "
			+ ".note-all, .slip-more";

	private final List<Block> blocks = new ArrayList<>();

	private final StringBuilder text = new StringBuilder();

	private final List<String> addresses = new ArrayList<>();

	private TextBlocks() {
	}

	/** The blocks of a body. */
	static List<Block> ofBody(String html) {
		return read(Jsoup.parseBodyFragment(html).body());
	}

	/** The blocks of what a whole page is about. */
	static List<Block> ofPage(String html) {
		Element main = Jsoup.parse(html).selectFirst("main");
		if (main == null) {
			return List.of();
		}
		main.select(LEFT_OUT).remove();
		return read(main);
	}

	private static List<Block> read(Element element) {
		TextBlocks reader = new TextBlocks();
		reader.children(element, "p");
		reader.end("p");
		return reader.blocks;
	}

	private void children(Element parent, String kind) {
		for (Node node : parent.childNodes()) {
			if (node instanceof TextNode words) {
				append(words.getWholeText());
			}
			else if (node instanceof Element element) {
				element(element, kind);
			}
		}
	}

	private void element(Element element, String kind) {
		switch (element.normalName()) {
			case "br" -> {
				this.text.append('\n');
				return;
			}
			case "img" -> {
				append(" " + element.attr("alt") + " ");
				this.addresses.add(element.attr("src"));
				return;
			}
			case "a" -> {
				if (!element.attr("href").isEmpty()) {
					this.addresses.add(element.attr("href"));
				}
			}
			default -> {
			}
		}
		if (element.isBlock()) {
			end(kind);
			String own = kind(element, kind);
			children(element, own);
			end(own);
		}
		else {
			children(element, kind);
		}
	}

	/** Within a list item or a cell a paragraph is only how it is written down. */
	private static String kind(Element element, String around) {
		return switch (element.normalName()) {
			case "h1", "h2", "h3", "h4", "h5", "h6", "li", "th", "td", "caption", "blockquote" -> element.normalName();
			default -> around;
		};
	}

	private void append(String words) {
		for (int i = 0; i < words.length(); i++) {
			char one = words.charAt(i);
			boolean blank = one == ' ' || one == '\n' || one == '\t' || one == '\r' || one == '\f';
			int last = this.text.length() - 1;
			if (!blank) {
				this.text.append(one);
			}
			else if (last >= 0 && this.text.charAt(last) != ' ' && this.text.charAt(last) != '\n') {
				this.text.append(' ');
			}
		}
	}

	private void end(String kind) {
		String read = this.text.toString().strip();
		if (!read.isEmpty() || !this.addresses.isEmpty()) {
			this.blocks.add(new Block(kind, read, List.copyOf(this.addresses)));
		}
		this.text.setLength(0);
		this.addresses.clear();
	}

	/**
	 * A paragraph, a heading, an item, a cell.
	 *
	 * @param kind the name of its element
	 * @param addresses of the links and pictures in it
	 */
	record Block(String kind, String text, List<String> addresses) {

		static Block of(String text) {
			return new Block("p", text, List.of());
		}

	}

}
