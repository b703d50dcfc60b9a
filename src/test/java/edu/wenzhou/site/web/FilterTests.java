package edu.wenzhou.site.web;

import edu.wenzhou.site.WebTest;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FilterTests extends WebTest {

	@ParameterizedTest
	@CsvSource({ "/honours, 49", "/honours?level=international, 1", "/honours?level=national, 27",
			"/honours?level=provincial, 12", "/honours?level=none, 9", "/honours?level=municipal, 0",
			"/honours?category=institution, 7", "/honours?level=provincial&category=institution, 2",
			"/partnerships, 28", "/partnerships?kind=industry-college, 7", "/partnerships?region=south-africa, 5",
			"/partnerships?kind=overseas-centre&region=italy, 2" })
	void aFilterLeavesWhatItNames(String path, int count) {
		Document page = page(path);
		assertThat(page.select(".hon .lines > li")).hasSize(count);
		if (count > 0) {
			assertThat(page.selectFirst("[role=status]").text()).endsWith("共" + count + "条");
		}
	}

	@Test
	void theResultSaysWhatWasChosenAndTheWayBack() {
		Document page = page("/honours?level=provincial&category=institution");
		assertThat(page.selectFirst("[role=status]").text()).isEqualTo("省级，学校：共2条");
		assertThat(page.select(".sec-head a[href=/honours]").text()).isEqualTo("去掉筛选，查看全部");
		assertThat(page("/honours").selectFirst("[role=status]").text()).isEqualTo("共49条");
		assertThat(page("/honours").select(".sec-head a[href=/honours]")).isEmpty();
		assertThat(page("/en/partnerships?region=italy").selectFirst("[role=status]").text())
			.isEqualTo("Italy: 2 entries");
		assertThat(page("/honours?level=municipal").selectFirst("[role=status]").text()).isEqualTo("市级：没有符合所选条件的内容。");
	}

	@Test
	void everyChoiceOfTheFormWorks() {
		for (String list : new String[] { "/honours", "/partnerships" }) {
			page(list).select("select").forEach((select) -> select.select("option").forEach((option) -> {
				String path = list + "?" + select.attr("name") + "=" + option.attr("value");
				assertThat(get(path).statusCode()).as(path).isEqualTo(200);
			}));
		}
	}

	@Test
	void everyCountOfTheTableIsTheLinkToSoManyItems() {
		Document page = page("/honours?level=provincial");
		assertThat(page.select(".matrix a[aria-current]").eachText()).containsExactly("12");
		assertThat(page.select(".matrix tbody tr").size()).isEqualTo(7);
		for (Element link : page.select(".matrix a")) {
			assertThat(page(link.attr("href")).select(".hon .lines > li")).as(link.attr("href"))
				.hasSize(Integer.parseInt(link.text()));
		}
	}

	@Test
	void itemsStandUnderTheirLevel() {
		Document page = page("/honours");
		assertThat(page.select(".hon h2").stream().map(Element::ownText)).containsExactly("国际级", "国家级", "省级", "未注明级别");
		assertThat(page.selectFirst("section:has(#level_none)").text()).contains("中美“百千万计划”", "中国-东盟特色项目");
	}

	/** The whole list stands on one page, and shows what is left, too. */
	@ParameterizedTest
	@CsvSource({ "/honours?level=national, /honours", "/honours?category=service&level=, /honours",
			"/en/partnerships?region=italy, /en/partnerships" })
	void withOneChoiceAPageIsTheWholeListToSearchEngines(String path, String canonical) {
		Document page = page(path);
		assertThat(page.selectFirst("link[rel=canonical]").attr("href")).isEqualTo(BASE_URL + canonical);
		assertThat(page.select("link[hreflang]").eachAttr("href")).contains(BASE_URL + canonical);
		assertThat(page.select("meta[name=robots]").eachAttr("content")).containsExactly("max-image-preview:large");
	}

	/**
	 * It names itself: noindex and another page's address would contradict each other.
	 */
	@ParameterizedTest
	@CsvSource({ "/honours?level=national&category=service, /honours?level=national&category=service",
			"/honours?category=service&level=national&x=1, /honours?level=national&category=service",
			"/honours?level=municipal, /honours?level=municipal",
			"/en/partnerships?kind=overseas-centre&region=italy, /en/partnerships?kind=overseas-centre&region=italy" })
	void withMoreChoicesOrNothingLeftAPageIsNotForSearchEngines(String path, String canonical) {
		Document page = page(path);
		assertThat(page.select("meta[name=robots]").eachAttr("content")).containsExactly("noindex,follow");
		assertThat(page.selectFirst("link[rel=canonical]").attr("href")).isEqualTo(BASE_URL + canonical);
		assertThat(page.select("link[rel=alternate]")).isEmpty();
		assertThat(page.select("meta[name=robots]").attr("content")).doesNotContain("nofollow");
	}

	@Test
	void theTitleSaysWhatWasChosen() {
		assertThat(page("/honours?level=national").title()).isEqualTo("荣誉：国家级 · 温州职业技术学院");
		assertThat(page("/honours?level=national&category=service").title()).isEqualTo("荣誉：国家级、社会服务 · 温州职业技术学院");
		assertThat(page("/en/honours?level=national").title()).isEqualTo("Honours: National · Wenzhou Polytechnic");
	}

}
