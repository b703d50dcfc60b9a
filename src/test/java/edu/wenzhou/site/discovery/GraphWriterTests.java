package edu.wenzhou.site.discovery;

import java.util.Map;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import edu.wenzhou.site.text.LocalizedText;
import edu.wenzhou.site.web.TestProperties;
import edu.wenzhou.site.web.Language;
import edu.wenzhou.site.web.Thing;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class GraphWriterTests {

	private static final JsonMapper JSON = new JsonMapper();

	private final GraphWriter writer = new GraphWriter(TestProperties.of(Map.of()), JSON);

	@ParameterizedTest
	@ValueSource(strings = { "</script><script>alert(1)</script>", "</SCRIPT >", "<!-- <script>", "]]>", "a & b &lt;",
			"\"quoted\" \\ and \\\" more", "line\u2028another\u2029last", "tab\tnew\nline\u0000", "\ud83d\ude00 𠮷",
			"\ud800" })
	void noTextEndsTheElement(String text) {
		String json = this.writer.write(List.of(Thing.of("Thing", "/#x").with("name", text)), Language.CHINESE);
		assertThat(json).doesNotContain("<", ">", "&", "\u2028", "\u2029");
		String page = "<!DOCTYPE html><html><head><script type=application/ld+json>" + json
				+ "</script></head><body></body></html>";
		assertThat(Jsoup.parse(page).select("script")).hasSize(1);
		String read = JSON.readTree(Jsoup.parse(page).selectFirst("script").data())
			.get("@graph")
			.get(0)
			.get("name")
			.asString();
		assertThat(read).isEqualTo(text);
	}

	@Test
	void whatIsNotKnownIsNotSaid() {
		Thing thing = Thing.of("Thing", "/#x")
			.with("a", null)
			.with("b", " ")
			.with("c", List.of())
			.with("d", Thing.of("PostalAddress"))
			.with("e", Thing.address(null, null))
			.with("f", Arrays.asList("", null))
			.with("g", new LocalizedText("", null));
		assertThat(node(thing, Language.CHINESE).propertyNames()).containsExactly("@type", "@id");
	}

	@Test
	void addressesAndTextsAreThoseOfTheLanguage() {
		Thing thing = Thing.of("Thing", "/schools/ai#school")
			.with("name", new LocalizedText("名", "Name"))
			.with("other", new LocalizedText("名", null))
			.with("page", Thing.page("/"))
			.with("file", Thing.file("/media/x.png"))
			.with("own", Thing.in(Language.ENGLISH, "/about"))
			.with("at", Instant.parse("2026-01-01T00:00:00Z"))
			.with("to", new Thing.Reference("/#org"))
			.with("number", 3);
		assertThat(node(thing, Language.ENGLISH)).hasToString("""
				{"@type":"Thing","@id":"https://college.example/schools/ai#school","name":"Name","other":"名",\
				"page":"https://college.example/en","file":"https://college.example/media/x.png",\
				"own":"https://college.example/en/about","at":"2026-01-01T08:00:00+08:00",\
				"to":{"@id":"https://college.example/#org"},"number":3}""");
		assertThat(node(thing, Language.CHINESE).get("name").asString()).isEqualTo("名");
		assertThat(node(thing, Language.CHINESE).get("page").asString()).isEqualTo("https://college.example/");
	}

	@Test
	void onlyWhatHasAFormIsWritten() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> node(Thing.of("Thing", "/#x").with("a", new Object()), Language.CHINESE));
	}

	private JsonNode node(Thing thing, Language language) {
		return JSON.readTree(this.writer.write(List.of(thing), language)).get("@graph").get(0);
	}

}
