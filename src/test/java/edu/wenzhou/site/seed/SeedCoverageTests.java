package edu.wenzhou.site.seed;

import java.io.IOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import edu.wenzhou.site.seed.Seeds.Passage;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The records hold the whole source text. */
class SeedCoverageTests {

	/** Of the text as the college gave it; no editor or tool may touch the file. */
	private static final String SHA256 = "90fb1bdb9750a6f0170285bd0033621abb9c71c189c711096afd9c6e3f9a8a73";

	private final Seeds seeds = SeedTest.read(SeedTest.SEEDS);

	@Test
	void theSourceIsKeptByteForByte() throws Exception {
		byte[] bytes = Files.readAllBytes(SeedTest.SEEDS.resolve("source/college-profile.txt"));
		byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
		assertThat(HexFormat.of().formatHex(digest)).isEqualTo(SHA256);
		assertThat(this.seeds.documents().get(0).sha256()).isEqualTo(SHA256);
	}

	/** A sentence ends with 。; a line without one is a header line and counts whole. */
	@Test
	void everySentenceAndHeaderLineIsQuotedOrSetAside() {
		String source = this.seeds.documents().get(0).content();
		boolean[] covered = new boolean[source.length()];
		for (Passage passage : this.seeds.passages().values()) {
			for (int i = passage.start(); i < passage.end(); i++) {
				covered[i] = true;
			}
		}
		List<String> uncovered = new ArrayList<>();
		int sentences = 0;
		int start = 0;
		for (String sentence : source.split("(?<=[。\n])")) {
			for (int i = start; i < start + sentence.length(); i++) {
				if (!covered[i] && Character.isLetterOrDigit(source.charAt(i))) {
					uncovered.add(sentence);
					break;
				}
			}
			sentences += sentence.isBlank() ? 0 : 1;
			start += sentence.length();
		}
		assertThat(uncovered).isEmpty();
		assertThat(sentences).isGreaterThan(30);
	}

	@Test
	void aLineThatIsSetAsideIsUsedByNoRecord() {
		Set<String> used = new HashSet<>(Stream
			.<List<? extends SeedRecord>>of(this.seeds.facts(), this.seeds.profile(), this.seeds.sections(),
					this.seeds.events(), this.seeds.honours(), this.seeds.partnerships(), this.seeds.schools(),
					this.seeds.campuses())
			.flatMap(List::stream)
			.flatMap((record) -> record.quotes().stream())
			.toList());
		for (SeedRecord.Omission omission : this.seeds.omissions()) {
			assertThat(used).noneMatch((quote) -> quote.contains(omission.quote()));
		}
	}

	@Test
	void thereAreAsManyRecordsAsWeCounted() {
		assertThat(this.seeds.honours()).hasSizeGreaterThanOrEqualTo(40);
		assertThat(this.seeds.partnerships()).hasSizeGreaterThanOrEqualTo(18);
		assertThat(this.seeds.facts()).hasSizeGreaterThanOrEqualTo(40);
		assertThat(this.seeds.schools()).hasSize(10);
		assertThat(this.seeds.campuses()).hasSize(5);
		assertThat(this.seeds.predecessors()).hasSize(4);
		assertThat(this.seeds.events()).filteredOn((event) -> event.reach() == null).hasSize(2);
		assertThat(this.seeds.events()).filteredOn((event) -> event.reach() != null).hasSize(11);
	}

	/**
	 * Reach and text together are the words of the quote: nobody makes a first of a first
	 * batch.
	 */
	@Test
	void aFirstReachesNoFurtherThanItsQuote() {
		for (SeedRecord.Event event : this.seeds.events()) {
			if (event.reach() != null) {
				String claim = event.reach().zh() + event.text().zh();
				assertThat(event.quotes().get(0)).as(event.slug()).contains(claim.replace("（“三个第一”）", ""));
				assertThat(String.join(" ", event.quotes()).contains("“三个第一”")).as(event.slug())
					.isEqualTo(claim.contains("“三个第一”"));
			}
		}
	}

	/** Every 首个, 首批, 第一所 and 第一批 of the source is on the history page. */
	@Test
	void everyFirstOfTheSourceIsAnEvent() {
		String source = this.seeds.documents().get(0).content();
		List<Passage> quotes = this.seeds.events()
			.stream()
			.filter((event) -> event.reach() != null)
			.map((event) -> this.seeds.passages().get(event.quotes().get(0)))
			.toList();
		List<Integer> places = Pattern.compile("首个|首批|第一所|第一批")
			.matcher(source)
			.results()
			.map(MatchResult::start)
			.toList();
		assertThat(places).hasSize(11);
		assertThat(places)
			.allMatch((place) -> quotes.stream().anyMatch((quote) -> quote.start() <= place && place < quote.end()));
	}

	/**
	 * A level is claimed only where the quote says who grants or ranks it; "first in the
	 * country" does not.
	 */
	@Test
	void aLevelStandsInTheQuote() throws IOException {
		for (SeedRecord.Honour honour : this.seeds.honours()) {
			String quotes = String.join(" ", honour.quotes());
			if (honour.level() == null) {
				continue;
			}
			String words = switch (honour.level()) {
				case INTERNATIONAL -> "国际大奖";
				case NATIONAL -> "国家级|国家(示范|教学|精品|协同|1|“万人计划”)|全国(优质|创新创业|职业教育|“挑战杯”|高职院校发明专利)|教育部|中国特色";
				case PROVINCIAL -> "浙江省(重点|文明|首批|科技|示范|高等学校|高职院校第一)|省级|省产教";
				case MUNICIPAL -> "市";
				case INDUSTRY -> "行业";
			};
			assertThat(quotes).as(honour.slug()).containsPattern(words);
		}
	}

}
