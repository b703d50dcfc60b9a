package edu.wenzhou.site.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * What a reader reads of a body.
 *
 * @param headings its headings
 * @param lines all of it, a block a line, what pictures are said to show among it
 */
public record PlainText(List<String> headings, List<String> lines) {

	/** Others, such as emphasis, stand within a line. */
	private static final Set<String> BLOCKS = Set.of("h2", "h3", "h4", "p", "li", "blockquote", "br", "caption", "tr",
			"th", "td", "figcaption", "img", "ul", "ol", "table", "figure");

	public static PlainText of(String html) {
		Element body = Jsoup.parseBodyFragment(html).body();
		List<String> lines = new ArrayList<>();
		StringBuilder line = new StringBuilder();
		body.traverse(new NodeVisitor() {
			@Override
			public void head(Node node, int depth) {
				if (node instanceof TextNode text) {
					line.append(text.text());
				}
				else if (BLOCKS.contains(node.nodeName())) {
					end(line, lines);
					line.append(node.attr("alt"));
				}
			}

			@Override
			public void tail(Node node, int depth) {
				if (BLOCKS.contains(node.nodeName())) {
					end(line, lines);
				}
			}
		});
		end(line, lines);
		return new PlainText(body.select("h2, h3, h4").eachText(), lines);
	}

	private static void end(StringBuilder line, List<String> lines) {
		String text = line.toString().strip();
		if (!text.isEmpty()) {
			lines.add(text);
		}
		line.setLength(0);
	}

}
