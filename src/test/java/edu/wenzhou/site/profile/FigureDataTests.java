package edu.wenzhou.site.profile;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import edu.wenzhou.site.Generation;
import edu.wenzhou.site.WebTest;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The figures to take away say what the page says. */
class FigureDataTests extends WebTest {

	private static final Pattern CELL = Pattern.compile("\"((?:[^\"]|\"\")*)\"[,\r]?");

	@Autowired
	private JsonMapper json;

	@Autowired
	private JdbcClient jdbc;

	@ParameterizedTest
	@ValueSource(strings = { "", "/en" })
	void allThreeFormsSayTheSame(String prefix) {
		Document page = page(prefix + "/about/figures");
		List<Map<String, String>> table = table(prefix + "/about/figures.csv");
		JsonNode data = this.json.readTree(get(prefix + "/about/figures.json").body()).get("figures");
		List<Element> rows = page.select("table.data tbody tr");
		assertThat(rows).hasSize(43);
		assertThat(table).hasSameSizeAs(rows);
		assertThat(data.size()).isEqualTo(rows.size());
		for (JsonNode figure : data) {
			String code = figure.get("code").asString();
			Element row = page.getElementById(code);
			Map<String, String> line = table.stream().filter((one) -> one.get("code").equals(code)).findFirst().get();
			assertThat(row.selectFirst("th > span").text()).isEqualTo(figure.get("label").asString())
				.isEqualTo(line.get("label"));
			assertThat(plain(row.selectFirst(".value").wholeText())).isEqualTo(figure.get("text").asString());
			assertThat(plain(row.selectFirst(".value").wholeText()).replaceAll("\\s", ""))
				.isEqualTo((line.get("before") + line.get("value") + line.get("after") + line.get("unit"))
					.replaceAll("\\s", ""));
			for (String field : List.of("value", "unit", "period", "qualifier", "group", "state")) {
				assertThat(figure.path(field).asString("")).as(code + " " + field).isEqualTo(line.get(field));
			}
			assertThat(figure.path("period").asString(""))
				.isEqualTo((row.selectFirst("small.per") != null) ? row.selectFirst("small.per").text() : "");
			assertThat(row.closest("section").attr("aria-labelledby"))
				.isEqualTo("group_" + figure.get("group").asString());
			assertThat(row.selectFirst(".state") != null)
				.isEqualTo(!figure.get("state").asString().equals("CONFIRMED"));
			assertThat(figure.get("page").asString()).isEqualTo(BASE_URL + prefix + "/about/figures#" + code);
			JsonNode source = figure.get("sources").get(0);
			assertThat(source.get("quote").asString()).isEqualTo(line.get("quote"));
			assertThat(source.get("document").asString()).isEqualTo(line.get("document"));
			assertThat(source.get("page").asString()).isEqualTo(BASE_URL + prefix + "/sources#" + line.get("source"));
		}
	}

	@Test
	void theDataSaysWhatItIsAndWhereItComesFrom() {
		JsonNode data = this.json.readTree(get("/about/figures.json").body());
		assertThat(data.propertyNames()).containsExactly("name", "language", "page", "modified", "figures");
		assertThat(data.get("name").asString()).isEqualTo("温州职业技术学院：数据一览");
		assertThat(data.get("language").asString()).isEqualTo("zh-CN");
		JsonNode area = data.get("figures")
			.valueStream()
			.filter((figure) -> figure.get("code").asString().equals("land-area"))
			.findFirst()
			.orElseThrow();
		assertThat(area.toString()).isEqualTo("""
				{"code":"land-area","label":"校园总占地","text":"超1100余亩","value":"1100","unit":"亩",\
				"qualifier":"OVER_AND_MORE","group":"SCALE","state":"CONFLICTING",\
				"page":"https://college.example/about/figures#land-area","sources":[\
				{"document":"学校公开介绍","quote":"校园总占地超1100余亩","page":"%s"},\
				{"document":"学校公开介绍","quote":"校园面积 1200亩","page":"%s"}]}""".formatted(
				area.get("sources").get(0).get("page").asString(), area.get("sources").get(1).get("page").asString()));
		assertThat(get("/about/figures.json").body()).doesNotContain("**", ":null", ":\"\"");
	}

	@Test
	void aDayIsTold() {
		this.jdbc.sql("update fact set as_of = date '2026-09-01' where code = 'students'").update();
		Generation.raise(this.jdbc);
		try {
			assertThat(get("/about/figures.json").body()).contains("\"asOf\":\"2026-09-01\"");
			assertThat(table("/about/figures.csv")).filteredOn((line) -> line.get("code").equals("students"))
				.singleElement()
				.satisfies((line) -> assertThat(line.get("as_of")).isEqualTo("2026-09-01"));
		}
		finally {
			this.jdbc.sql("update fact set as_of = null where code = 'students'").update();
			Generation.raise(this.jdbc);
		}
	}

	@Test
	void theFilesAreAsOldAsThePageAndNotSentAgain() {
		String changed = get("/about/figures").headers().firstValue("Last-Modified").orElseThrow();
		for (String path : List.of("/about/figures.csv", "/en/about/figures.json")) {
			HttpResponse<String> answer = get(path);
			assertThat(answer.headers().firstValue("Last-Modified")).hasValue(changed);
			String tag = answer.headers().firstValue("ETag").orElseThrow();
			assertThat(send("GET", path, "If-None-Match", tag).statusCode()).isEqualTo(304);
			assertThat(send("HEAD", path).headers().firstValue("ETag")).hasValue(tag);
		}
		assertThat(page("/about/figures").select(".more a").eachAttr("href")).containsExactly("/about/figures.csv",
				"/about/figures.json");
	}

	private static String plain(String text) {
		return text.replace('\u00a0', ' ').strip();
	}

	/** Heading to cell, for each line. */
	private List<Map<String, String>> table(String path) {
		List<List<String>> lines = get(path).body()
			.substring(1)
			.lines()
			.map((line) -> CELL.matcher(line)
				.results()
				.map((MatchResult cell) -> cell.group(1).replace("\"\"", "\""))
				.toList())
			.toList();
		List<Map<String, String>> table = new ArrayList<>();
		for (List<String> cells : lines.subList(1, lines.size())) {
			assertThat(cells).hasSameSizeAs(lines.get(0));
			Map<String, String> line = new LinkedHashMap<>();
			for (int i = 0; i < cells.size(); i++) {
				line.put(lines.get(0).get(i), cells.get(i));
			}
			table.add(line);
		}
		return table;
	}

}
