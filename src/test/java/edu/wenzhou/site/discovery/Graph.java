package edu.wenzhou.site.discovery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The structured data of a page as a search engine reads it.
 *
 * @param nodes every object with a type, also those inside others
 * @param byId those that stand in the graph itself
 * @param references all that is pointed to
 */
public record Graph(List<JsonNode> nodes, Map<String, JsonNode> byId, List<String> references) {

	private static final JsonMapper JSON = new JsonMapper();

	/** Fails if the page has not exactly one block of valid data. */
	public static Graph of(Document page) {
		Elements blocks = page.select("script:not([src])");
		assertThat(blocks).as("blocks of data on " + page.title()).hasSize(1);
		Element block = blocks.get(0);
		assertThat(block.attr("type")).isEqualTo("application/ld+json");
		assertThat(block.parent().tagName()).isEqualTo("head");
		JsonNode root = JSON.readTree(block.data());
		assertThat(root.propertyNames()).containsExactlyInAnyOrder("@context", "@graph");
		assertThat(root.get("@context").asString()).isEqualTo("https://schema.org");
		Graph graph = new Graph(new ArrayList<>(), new LinkedHashMap<>(), new ArrayList<>());
		for (JsonNode node : root.get("@graph")) {
			String id = node.path("@id").asString("");
			assertThat(id).as("name of %s", node).startsWith("https://");
			assertThat(graph.byId.put(id, node)).as("twice: " + id).isNull();
			graph.add(node);
		}
		return graph;
	}

	private void add(JsonNode node) {
		if (node.isObject() && !node.has("@type")) {
			assertThat(node.propertyNames()).as("a reference").containsExactly("@id");
			this.references.add(node.get("@id").asString());
			return;
		}
		if (node.isObject()) {
			this.nodes.add(node);
		}
		node.forEach(this::add);
	}

	/** The one of a type that stands in the graph itself. */
	public JsonNode one(String type) {
		List<JsonNode> found = this.byId.values()
			.stream()
			.filter((node) -> node.get("@type").asString().equals(type))
			.toList();
		assertThat(found).as(type).hasSize(1);
		return found.get(0);
	}

	/** The page itself, whatever sort of page it is. */
	public JsonNode page() {
		return this.byId.values()
			.stream()
			.filter((node) -> node.get("@type").asString().endsWith("Page"))
			.findFirst()
			.orElseThrow();
	}

	/** The texts of a property that may have several. */
	static List<String> texts(JsonNode node, String property) {
		return node.path(property).isArray() ? node.get(property).valueStream().map(JsonNode::asString).toList()
				: Stream.of(node.path(property)).filter(JsonNode::isString).map(JsonNode::asString).toList();
	}

}
