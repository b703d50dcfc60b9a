package edu.wenzhou.site.discovery;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import edu.wenzhou.site.text.LocalizedText;
import edu.wenzhou.site.web.CollegeProperties;
import edu.wenzhou.site.web.Language;
import edu.wenzhou.site.web.SiteTime;
import edu.wenzhou.site.web.Thing;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes things as JSON-LD that can stand in a page. */
@Component
class GraphWriter {

	private final CollegeProperties properties;

	private final JsonMapper json;

	GraphWriter(CollegeProperties properties, JsonMapper json) {
		this.properties = properties;
		this.json = json;
	}

	/** One graph, its texts in a language where they have it. */
	String write(List<Thing> things, Language language) {
		Map<String, Object> graph = new LinkedHashMap<>();
		graph.put("@context", "https://schema.org");
		graph.put("@graph", things.stream().map((thing) -> value(thing, language)).toList());
		return escape(this.json.writeValueAsString(graph));
	}

	/**
	 * These stand nowhere in JSON but in texts, where the number says the same. Without
	 * them nothing in it can end the element that it stands in.
	 */
	private static String escape(String json) {
		return json.replace("<", "\\u003c")
			.replace(">", "\\u003e")
			.replace("&", "\\u0026")
			.replace("\u2028", "\\u2028")
			.replace("\u2029", "\\u2029");
	}

	private Object value(Object value, Language language) {
		if (value instanceof Thing thing) {
			Map<String, Object> node = new LinkedHashMap<>();
			node.put("@type", thing.type());
			if (thing.id() != null) {
				node.put("@id", id(thing.id()));
			}
			thing.properties().forEach((name, property) -> node.put(name, value(property, language)));
			return node;
		}
		if (value instanceof Thing.Reference reference) {
			return Map.of("@id", id(reference.id()));
		}
		if (value instanceof Thing.Address address) {
			Language own = (address.language() != null) ? address.language() : language;
			return this.properties.url(own.address(address.path()));
		}
		if (value instanceof LocalizedText text) {
			return text.in(language.locale());
		}
		if (value instanceof Instant moment) {
			return SiteTime.iso(moment);
		}
		if (value instanceof Collection<?> several) {
			return several.stream().map((one) -> value(one, language)).toList();
		}
		if (value instanceof String || value instanceof Number || value instanceof Boolean) {
			return value;
		}
		throw new IllegalArgumentException("Nothing that machines can be told: " + value.getClass());
	}

	/** A page's own things have its whole address already. */
	private String id(String id) {
		return id.startsWith("/") ? this.properties.url(id) : id;
	}

}
