package edu.wenzhou.site;

import java.util.ArrayList;
import java.util.List;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** From every record to the passage it rests on, and back. */
class SourceLinkTests extends WebTest {

	@Test
	void everyFigureLeadsToItsPassageAndBack() {
		thereAndBack("/about/figures", ".data tbody tr", "/about/figures#");
	}

	@Test
	void everyHonourLeadsToItsPassageAndBack() {
		thereAndBack("/honours", ".lines > li", "/honours#");
	}

	@Test
	void everyPartnershipLeadsToItsPassageAndBack() {
		thereAndBack("/partnerships", ".lines > li", "/partnerships");
	}

	@Test
	void everyPredecessorLeadsToItsPassageAndBack() {
		thereAndBack("/about/history", ".timeline .lines > li", "/about/history#");
	}

	@Test
	void schoolsCampusesAndSectionsLeadToTheirPassagesAndBack() {
		Document sources = page("/sources");
		List<String> paths = new ArrayList<>();
		paths.addAll(page("/schools").select(".lines > li > a").eachAttr("href"));
		paths.addAll(page("/campuses").select(".lines > li > a").eachAttr("href"));
		paths.addAll(page("/about").select(".lines > li > a").eachAttr("href"));
		paths.add("/about");
		assertThat(paths).hasSize(21);
		for (String path : paths) {
			for (String link : page(path).select(".source-line .src").eachAttr("href")) {
				Element passage = sources.getElementById(link.substring("/sources#".length()));
				assertThat(passage.select("a").eachAttr("href")).as(path).contains(path);
			}
		}
	}

	@Test
	void everyFigureInATextLeadsToItsPassage() {
		Document sources = page("/sources");
		for (String path : List.of("/", "/about/overview", "/about/education", "/about/industry", "/honours")) {
			for (Element figure : page(path).select("a.figure")) {
				Element passage = sources.getElementById(figure.attr("href").substring("/sources#".length()));
				assertThat(passage).as(path + ": " + figure).isNotNull();
				assertThat(passage.select("a[href^=/about/figures#]")).as(path + ": " + figure).isNotEmpty();
			}
		}
	}

	@Test
	void theSourceStandsWholeWithRestoredWordsAndReasons() {
		Document sources = page("/sources");
		assertThat(sources.text()).contains("学校坚持以生为本、立德树人,秉承", "促进就业的办学方向", "建校时间 1999年", "基本信息",
				"此行未采用：收录学校介绍的目录没有填写学生人数");
		assertThat(sources.select(".sentence > .quote ins").eachText()).containsExactly("就业", "就业", "就业");
		assertThat(sources.select(".omitted")).hasSize(5);
		assertThat(sources.select(".sentence > .quote mark").eachText()).contains("在编教职工近900人");
	}

	private void thereAndBack(String path, String records, String back) {
		Document sources = page("/sources");
		List<Element> rows = page(path).select(records);
		assertThat(rows).isNotEmpty();
		for (Element row : rows) {
			List<String> links = row.select(".src").eachAttr("href");
			assertThat(links).as(row.id()).isNotEmpty();
			for (String link : links) {
				assertThat(link).startsWith("/sources#");
				Element passage = sources.getElementById(link.substring("/sources#".length()));
				assertThat(passage).as(row.id()).isNotNull();
				assertThat(passage.select("a").eachAttr("href")).as(row.id())
					.anyMatch((href) -> href.startsWith(back) && href.endsWith(row.id()));
			}
		}
	}

}
