package edu.wenzhou.site.search;

import java.util.List;
import java.util.stream.LongStream;

import edu.wenzhou.site.search.PublicSearch.Found;
import edu.wenzhou.site.search.Ranking.Match;
import edu.wenzhou.site.search.Ranking.Place;
import edu.wenzhou.site.search.Search.Entry;
import edu.wenzhou.site.web.Language;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RankingTests {

	@Test
	void whatStandsAboveTheRestIsCountedOnce() {
		assertThat(found(10, 3).number()).isEqualTo(10);
		assertThat(found(10, 3).rest().places()).hasSize(9);
		assertThat(found(10, 11).number()).as("not among the rest").isEqualTo(11);
	}

	/** What is said is that there are more than so many. */
	@Test
	void noMoreAreSaidToBeThereThanWereLookedFor() {
		assertThat(found(Ranking.MOST, 3).number()).isEqualTo(Ranking.MOST);
		assertThat(found(Ranking.MOST, Ranking.MOST + 1).number()).isEqualTo(Ranking.MOST);
		assertThat(found(Ranking.MOST - 1, Ranking.MOST).number()).isEqualTo(Ranking.MOST);
	}

	private static Found found(int number, long chosen) {
		List<Place> places = LongStream.rangeClosed(1, number).mapToObj((id) -> new Place(id, id, "notice")).toList();
		return new Found(Query.of("通知"), Language.CHINESE, new Ranking(Match.AS_IT_STANDS, places),
				List.of(new Entry(chosen, chosen, "notice", "/notices/" + chosen, "通知", "", null)));
	}

}
