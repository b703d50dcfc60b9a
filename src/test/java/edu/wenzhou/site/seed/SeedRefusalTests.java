package edu.wenzhou.site.seed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Broken seeds are refused whole, and the refusal says where and why. */
class SeedRefusalTests {

	@TempDir
	private Path directory;

	@BeforeEach
	void copySeeds() throws IOException {
		SeedTest.copy(this.directory);
	}

	@Test
	void quoteThatIsNotInTheSource() throws IOException {
		replace("honours.yaml", "quotes: [浙江省文明单位]", "quotes: [浙江省文明单位标兵]");
		isRefused("seeds/honours.yaml, record 'provincial-civilised-unit': the quote '浙江省文明单位标兵' is not in the source");
	}

	@Test
	void quoteThatStandsInTheSourceTwice() throws IOException {
		replace("partnerships.yaml", "quotes: [柬埔寨研究中心, ", "quotes: [柬埔寨, ");
		isRefused(
				"seeds/partnerships.yaml, record 'cambodia-research-centre': the quote '柬埔寨' stands in the source 3 times; quote more");
	}

	@Test
	void unknownField() throws IOException {
		replace("schools.yaml", "name: {zh: 智能制造学院", "nmae: {zh: 智能制造学院");
		isRefused("seeds/schools.yaml, record 'smart-manufacturing': the field 'nmae' is unknown");
	}

	@Test
	void missingField() throws IOException {
		replace("schools.yaml", "  name: {zh: 智能制造学院, en: School of Intelligent Manufacturing}\n", "");
		isRefused("seeds/schools.yaml, record 'smart-manufacturing': the field 'name' is missing or empty");
	}

	@Test
	void emptyField() throws IOException {
		replace("schools.yaml", "zh: 智能制造学院", "zh: ''");
		isRefused("seeds/schools.yaml, record 'smart-manufacturing': the field 'name.zh' is missing or empty");
	}

	@Test
	void missingQuote() throws IOException {
		replace("schools.yaml", "  quotes: [智能制造学院]\n", "");
		isRefused("seeds/schools.yaml, record 'smart-manufacturing': the field 'quotes' is missing or empty");
	}

	@Test
	void markOfAQuoteThatIsNotThere() throws IOException {
		replace("sections.yaml", "健康培养“四养融通”。[[§2]]", "健康培养“四养融通”。[[§9]]");
		isRefused("seeds/sections.yaml, record 'education': there is no quote number 9 for the mark [[§9]]");
	}

	@Test
	void markInATextThatIsShownWithoutMarks() throws IOException {
		replace("honours.yaml", "detail: {zh: 浙南闽北唯一一所", "detail: {zh: '浙南闽北唯一一所[[§1]]'");
		isRefused(
				"seeds/honours.yaml, record 'high-level-vocational-college': the field 'detail' cannot hold the mark of a quote");
	}

	@Test
	void sourceOfAFieldThatTheProfileHasNot() throws IOException {
		replace("profile.yaml", "    level: [", "    rank: [");
		isRefused("seeds/profile.yaml, record 'college': 'sources' names 'rank', a field that the record has not");
	}

	@Test
	void duplicateSlug() throws IOException {
		replace("schools.yaml", "slug: design", "slug: ai");
		isRefused("seeds/schools.yaml, record 'ai': another record of the file has the same slug");
	}

	@Test
	void slugThatIsNone() throws IOException {
		replace("schools.yaml", "slug: ai", "slug: 人工智能");
		isRefused("seeds/schools.yaml, record '人工智能': a slug is lower-case letters, digits and single hyphens");
	}

	@Test
	void badYaml() throws IOException {
		replace("honours.yaml", "quotes: [浙江省文明单位]", "quotes: [浙江省文明单位");
		isRefused("seeds/honours.yaml: bad YAML in line");
	}

	@Test
	void repeatedField() throws IOException {
		replace("schools.yaml", "- slug: ai\n", "- slug: ai\n  name: 智能学院\n");
		isRefused("seeds/schools.yaml: bad YAML");
	}

	@Test
	void unknownLevel() throws IOException {
		replace("honours.yaml", "level: international", "level: galactic");
		isRefused("seeds/honours.yaml, record 'international-awards': 'galactic' is unknown for the field 'level'; "
				+ "it may be international, national, provincial, municipal, industry");
	}

	@Test
	void wrongKindOfValue() throws IOException {
		replace("schools.yaml", "quotes: [智能制造学院]", "quotes: {a: b}");
		isRefused("seeds/schools.yaml, record 'smart-manufacturing': ");
	}

	@Test
	void figureThatIsNotThere() throws IOException {
		replace("sections.yaml", "在编教职工[[staff]]", "在编教职工[[stuff]]");
		isRefused("seeds/sections.yaml, record 'overview': facts.yaml has no figure 'stuff'");
	}

	@Test
	void countThatIsNotThere() throws IOException {
		replace("honours.yaml", "count: national-courses", "count: courses");
		isRefused("seeds/honours.yaml, record 'national-courses': facts.yaml has no figure 'courses'");
	}

	@Test
	void figureNamedWhereNoneIsShown() throws IOException {
		replace("schools.yaml", "zh: 人工智能学院", "zh: '人工智能学院[[staff]]'");
		isRefused("seeds/schools.yaml, record 'ai': the field 'name' cannot name a figure");
	}

	@Test
	void bodyWithForbiddenHtml() throws IOException {
		replace("sections.yaml", "<h2>办学传统</h2>", "<h2 style=\"color:red\">办学传统</h2><script>x</script>");
		isRefused("seeds/sections.yaml, record 'philosophy': the body may not hold 'h2 style'",
				"seeds/sections.yaml, record 'philosophy': the body may not hold 'script'");
	}

	@Test
	void eventWithTwoYears() throws IOException {
		replace("history.yaml", "year_fact: roots-year", "year_fact: roots-year\n  year: 1965");
		isRefused("seeds/history.yaml, record 'roots': needs one of 'year', 'year_fact' and 'reach'");
	}

	@Test
	void eventWithoutYearAndReach() throws IOException {
		replace("history.yaml", "  reach: {zh: 全国首个, en: First higher education institution in China}\n", "");
		isRefused("seeds/history.yaml, record 'first-service-platform': needs one of 'year', 'year_fact' and 'reach'");
	}

	@Test
	void firstThatHasAYear() throws IOException {
		replace("history.yaml", "  reach: {zh: 全国首个,", "  year: 2001\n  reach: {zh: 全国首个,");
		isRefused("seeds/history.yaml, record 'first-service-platform': needs one of 'year', 'year_fact' and 'reach'");
	}

	@Test
	void figureNamedInAReach() throws IOException {
		replace("history.yaml", "zh: 全国首个,", "zh: '全国首个[[staff]]',");
		isRefused("seeds/history.yaml, record 'first-service-platform': the field 'reach' cannot name a figure");
	}

	@Test
	void mergerThatHasNoYear() throws IOException {
		replace("predecessors.yaml", "event: founding", "event: first-silk-road-college");
		isRefused(
				"seeds/predecessors.yaml, record 'wenzhou-commerce-school': the record 'first-silk-road-college' of history.yaml has no year");
	}

	@Test
	void mergerThatIsNoEvent() throws IOException {
		replace("predecessors.yaml", "event: founding", "event: merger");
		isRefused("seeds/predecessors.yaml, record 'wenzhou-commerce-school': history.yaml has no record 'merger'");
	}

	@Test
	void omissionOfPartOfALine() throws IOException {
		replace("unpublished.yaml", "- quote: 推荐指数", "- quote: 以生为本");
		isRefused("seeds/unpublished.yaml, record '以生为本': only a whole line can be left out");
	}

	@Test
	void duplicateSource() throws IOException {
		Path file = this.directory.resolve("sources.yaml");
		Files.writeString(file, Files.readString(file) + Files.readString(file));
		isRefused("seeds/sources.yaml, record 'college-profile': another record of the file has the same slug");
	}

	@Test
	void aBrokenFigureIsOneFaultAndNotMany() throws IOException {
		replace("facts.yaml", "label: {zh: 在编教职工", "lable: {zh: 在编教职工");
		assertThatExceptionOfType(SeedException.class).isThrownBy(() -> SeedTest.read(this.directory))
			.satisfies(
					(exception) -> assertThat(exception.getMessage().lines().filter((line) -> line.startsWith("  - ")))
						.containsExactly("  - seeds/facts.yaml, record 'staff': the field 'lable' is unknown"));
	}

	@Test
	void missingFile() throws IOException {
		Files.delete(this.directory.resolve("campuses.yaml"));
		isRefused("seeds/campuses.yaml: the file cannot be read");
	}

	@Test
	void sourceThatIsNotUtf8() throws IOException {
		Files.write(this.directory.resolve("source/college-profile.txt"), new byte[] { (byte) 0xce, (byte) 0xc2 });
		isRefused("seeds/sources.yaml, record 'college-profile': source/college-profile.txt is not UTF-8");
	}

	@Test
	void emptyFile() throws IOException {
		Files.writeString(this.directory.resolve("campuses.yaml"), "# nothing\n");
		isRefused("seeds/campuses.yaml: is not a list of records");
	}

	@Test
	void allFaultsAreNamedAtOnce() throws IOException {
		replace("schools.yaml", "name: {zh: 智能制造学院", "nmae: {zh: 智能制造学院");
		replace("honours.yaml", "level: international", "level: galactic");
		isRefused("seeds/schools.yaml, record 'smart-manufacturing'",
				"seeds/honours.yaml, record 'international-awards'");
	}

	@Test
	void theProjectsOwnSeedsAreFine() {
		assertThat(SeedTest.read(this.directory).facts()).isNotEmpty();
	}

	private void replace(String file, String target, String replacement) throws IOException {
		Path path = this.directory.resolve(file);
		String text = Files.readString(path);
		assertThat(text).contains(target);
		Files.writeString(path, text.replace(target, replacement));
	}

	private void isRefused(String... reasons) {
		assertThatExceptionOfType(SeedException.class).isThrownBy(() -> SeedTest.read(this.directory))
			.satisfies((exception) -> assertThat(exception.getMessage()).contains(reasons));
	}

}
