package edu.wenzhou.site.partnership;

import java.util.List;

import edu.wenzhou.site.Generation;
import edu.wenzhou.site.WebTest;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Where the partnerships abroad are, as the list page shows it. */
class PlacesTests extends WebTest {

	private static final String ROWS = ".place-list > li";

	@Autowired
	private JdbcClient jdbc;

	@Test
	void everyRegionAbroadHasARowInTheOrderOfItsLeader() {
		assertThat(page("/partnerships").select(ROWS + " h3 a").eachText()).containsExactly("东盟", "柬埔寨", "南非", "意大利",
				"美国", "涉外（未注明国家）");
		assertThat(page("/en/partnerships").select(ROWS + " h3 a").eachText()).containsExactly("ASEAN", "Cambodia",
				"South Africa", "Italy", "United States", "International (country not named)");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/partnerships", "/en/partnerships" })
	void aRowLeadsToItsListAndItsNamesToTheirEntries(String path) {
		Document page = page(path);
		assertThat(page.select(ROWS)).isNotEmpty();
		for (Element row : page.select(ROWS)) {
			Element country = row.selectFirst("h3 a");
			assertThat(country.attr("href")).startsWith(path + "?region=");
			List<String> names = row.select("> ul a").eachText();
			assertThat(page(country.attr("href")).select(".hon .what > :first-child").eachText())
				.containsExactlyInAnyOrderElementsOf(names);
			assertThat(row.selectFirst("h3 .cnt").text()).isEqualTo(String.valueOf(names.size()));
			for (Element name : row.select("> ul a")) {
				String target = name.attr("href");
				if (target.startsWith("#")) {
					assertThat(page.selectFirst(".hon .lines > li" + target).text()).startsWith(name.text());
				}
				else {
					assertThat(page(target).selectFirst("h1").text()).isEqualTo(name.text());
				}
			}
		}
	}

	@Test
	void noCityAndNothingElseIsClaimedInTheRows() {
		Element section = page("/partnerships").selectFirst("section:has(#places)");
		assertThat(section.select(".sec-head p").text()).contains("只写到国家", "首都", "不是办学地点");
		assertThat(section.select(".src")).as("marks stand at the entries themselves").isEmpty();
		assertThat(section.text()).doesNotContain("罗马", "比勒陀利亚", "金边", "华盛顿");
		assertThat(section.selectFirst(".more a").text()).isEqualTo("另有国内合作14条");
		assertThat(page(section.selectFirst(".more a").attr("href")).select(".hon .lines > li")).hasSize(14);
	}

	@Test
	void onlyACountryWithANameHasALeader() {
		Document page = page("/partnerships");
		assertThat(page.select(ROWS + ":has(h3 a[href$=abroad]) svg")).isEmpty();
		assertThat(page.select(ROWS + ":has(> svg)")).hasSize(5);
		assertThat(page.select(ROWS + ":nth-child(5) > svg")).as("the last leader alone").hasSize(1);
	}

	@Test
	void theDrawingIsSilentAndHasItsSize() {
		Element section = page("/partnerships").selectFirst("section:has(#places)");
		assertThat(section.select("svg.bearings")).hasSize(1);
		assertThat(section.select("svg.bearings path.a")).as("one point in the colour of the seal").hasSize(1);
		for (Element svg : section.select("svg")) {
			assertThat(svg.attr("aria-hidden")).isEqualTo("true");
			assertThat(svg.attr("viewBox")).isEqualTo("0 0 " + svg.attr("width") + " " + svg.attr("height"));
			assertThat(svg.select("text")).isEmpty();
		}
		assertThat(section.select("[style]")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "?region=italy", "?kind=programme", "?kind=overseas-centre&region=italy" })
	void aFilteredListDoesWithoutIt(String query) {
		assertThat(page("/partnerships" + query).select("#places, .bearings, .place-list")).isEmpty();
		assertThat(page("/partnerships?region=&kind=").select("#places")).hasSize(1);
	}

	@Test
	void aNewRegionWithoutAPlaceHasARowWithoutALeader() {
		this.jdbc.sql("insert into region (slug, position, name_zh) values ('atlantis', 8, '亚特兰蒂斯')").update();
		join("atlantis");
		try {
			Document page = page("/en/partnerships");
			Element row = page.select(ROWS).last();
			assertThat(row.selectFirst("h3 a").text()).isEqualTo("亚特兰蒂斯");
			assertThat(row.selectFirst("h3 a").attr("lang")).isEqualTo("zh-CN");
			assertThat(row.select("svg")).isEmpty();
			this.jdbc.sql("update region set latitude = -34.6, longitude = -58.4 where slug = 'atlantis'").update();
			Generation.raise(this.jdbc);
			assertThat(page("/en/partnerships").select(ROWS + ":has(> svg)")).hasSize(6);
		}
		finally {
			this.jdbc
				.sql("delete from partnership_region where region_id = (select id from region where slug = 'atlantis')")
				.update();
			this.jdbc.sql("delete from region where slug = 'atlantis'").update();
			Generation.raise(this.jdbc);
		}
	}

	@Test
	void withoutPartnershipsAbroadThereIsNoMap() {
		assertThat(Places.of(List.of(), List.of()).rows()).isEmpty();
	}

	private void join(String region) {
		this.jdbc.sql("insert into partnership_region (partnership_id, region_id, position)"
				+ " select p.id, r.id, 1 from partnership p, region r where p.slug = 'silk-road-college' and r.slug = ?")
			.param(region)
			.update();
		Generation.raise(this.jdbc);
	}

}
