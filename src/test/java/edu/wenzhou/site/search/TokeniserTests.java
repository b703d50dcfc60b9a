package edu.wenzhou.site.search;

import java.util.List;
import java.util.Map;

import edu.wenzhou.site.search.Tokeniser.Token;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of texts and of queries before the database sees them. */
class TokeniserTests {

	@Test
	void chineseBecomesPairsAndItsLastCharacter() {
		assertThat(tokens("人工智能")).containsExactly("人工", "工智", "智能", "能");
		assertThat(tokens("学")).containsExactly("学");
		assertThat(tokens("")).isEmpty();
	}

	@Test
	void punctuationEndsARun() {
		assertThat(tokens("学院，校区")).containsExactly("学院", "院", "校区", "区");
		assertThat(tokens("学院（校区）")).containsExactly("学院", "院", "校区", "区");
	}

	@Test
	void whatPeopleLeaveOutIsNothing() {
		assertThat(tokens("中美“百千万计划”")).isEqualTo(tokens("中美百千万计划"));
		assertThat(tokens("中国-东盟")).isEqualTo(tokens("中国东盟"));
		assertThat(tokens("Rui’an Campus")).containsExactly("ruian", "campus");
		assertThat(tokens("Rui'an")).isEqualTo(tokens("ruian"));
		assertThat(tokens("温\u200b州\u00ad")).isEqualTo(tokens("温州"));
		assertThat(tokens("well-known")).containsExactly("well", "known");
	}

	@Test
	void latinDigitsAndChineseStandApart() {
		assertThat(tokens("5G+产教")).containsExactly("5g", "产教", "教");
		assertThat(tokens("世界500强企业")).containsExactly("世界", "界", "500", "强企", "企业", "业");
		assertThat(tokens("1+X证书")).containsExactly("1", "x", "证书", "书");
	}

	@Test
	void widthCaseAccentsAndScriptAreNoDifference() {
		assertThat(tokens("ＡＩ５Ｇ")).isEqualTo(tokens("ai5g"));
		assertThat(tokens("Wēnzhōu")).containsExactly("wenzhou");
		assertThat(tokens("We\u0304nzho\u0304u")).containsExactly("wenzhou");
		assertThat(tokens("溫州職業技術學院")).isEqualTo(tokens("温州职业技术学院"));
		assertThat(tokens("甌海校區")).isEqualTo(tokens("瓯海校区"));
		assertThat(tokens("㎡")).containsExactly("m2");
		// A compatibility ideograph, and a radical that looks like a character
		assertThat(tokens("\uf9e4\u2f42")).isEqualTo(tokens("理文"));
	}

	@Test
	void charactersBeyondTheFirstPlaneAreWhole() {
		String rare = "\ud842\udfb7";
		assertThat(tokens("吉" + rare + "利")).containsExactly("吉" + rare, rare + "利", "利");
		assertThat(tokens(rare)).containsExactly(rare);
		assertThat(Query.of(rare).asItStands()).contains("'" + rare + "':*");
	}

	@Test
	void halfACharacterAndWhatIsNoLetterIsNothing() {
		assertThat(tokens("\ud842温\udfb7州")).containsExactly("温", "州");
		assertThat(tokens("😀👩‍👩‍👧!@#$%^&*()\u0000\n")).isEmpty();
		assertThat(Query.of("😀 ' \\ :* & | ! <-> ()").isEmpty()).isTrue();
	}

	/** A part folds as it does in the whole, which marking what was found relies on. */
	@Test
	void everySignKnowsWhereItStood() {
		String text = "㎡“温州”Wēnzhōu\ud842\udfb7，甌海";
		Folded folded = Folded.of(text);
		for (int i = 0; i < folded.length(); i++) {
			if (!folded.hasSpace(i)) {
				assertThat(Folded.of(text.substring(folded.start(i), folded.end(i))).text())
					.contains(Character.toString(folded.sign(i)));
			}
		}
		assertThat(folded.text()).isEqualTo("m2 温州 wenzhou\ud842\udfb7 瓯海");
	}

	@Test
	void aPhraseKnowsHowFarApartItsPiecesAre() {
		assertThat(Query.of("人工智能").asItStands()).isEqualTo("(('人工' <1> '工智' <1> '智能'))");
		assertThat(Query.of("世界500强").asItStands()).isEqualTo("(('世界' <2> '500':* <1> '强':*))");
		assertThat(Query.of("学").asItStands()).isEqualTo("('学':*)");
		assertThat(Query.of("温州　学院").asItStands()).isEqualTo("('温州') & ('学院')");
	}

	@Test
	void lettersMayBeAWordOrASpelling() {
		assertThat(Query.of("rgzn").asItStands()).isEqualTo("('rgzn':* | '~rgzn':*)");
		assertThat(Query.of("ren gong").asItStands())
			.isEqualTo("(('ren':* | '~ren':*) & ('gong':* | '~gong':*)) | '~rengong':*");
		assertThat(Query.of("5g").asItStands()).isEqualTo("('5g':*)");
	}

	@Test
	void pluralsAreFoundByTheirSingular() {
		assertThat(Query.of("campuses").getPieces()).containsExactly("'campus':*");
		assertThat(Query.of("schools").getPieces()).containsExactly("'school':*");
		assertThat(Query.of("industries").getPieces()).containsExactly("'industr':*");
		assertThat(Query.of("business").getPieces()).containsExactly("'business':*");
		assertThat(Query.of("is").getPieces()).containsExactly("'is':*");
	}

	@Test
	void whatMeansTheSameIsLookedForToo() {
		Map<String, List<String>> synonyms = Map.of("温职院", List.of("温州职业技术学院"), "ai", List.of("人工智能"));
		assertThat(Query.of("温職院", synonyms).asItStands()).isEqualTo("(('温职' <1> '职院') | " + phrase("温州职业技术学院") + ")");
		assertThat(Query.of("温职院宿舍", synonyms).asItStands()).contains(phrase("温州职业技术学院宿舍"));
		assertThat(Query.of("AI", synonyms).asItStands()).contains("'ai':*", phrase("人工智能"));
		assertThat(Query.of("aid", synonyms).asItStands()).as("another word").doesNotContain("人工");
	}

	@Test
	void namesInQueriesAreNames() {
		assertThat(Query.of("温州 ab").inNames()).isEqualTo("('温州':A) & ('ab':*A | '~ab':*)");
	}

	@Test
	void aQueryHasItsLimit() {
		assertThat(Query.of("温".repeat(60)).isTooLong()).isFalse();
		assertThat(Query.of("温".repeat(61)).isTooLong()).isTrue();
		assertThat(Query.of("\ud842\udfb7".repeat(60)).isTooLong()).isFalse();
		assertThat(Query.of("温州".repeat(200)).isEmpty()).isTrue();
		// So that the longest names can be looked for
		assertThat(Query.of("word ".repeat(30)).isTooLong()).isFalse();
		assertThat(Query.of("word ".repeat(31)).isTooLong()).isTrue();
		assertThat(Query.of("x".repeat(201)).isTooLong()).isTrue();
		assertThat(Query.of("!".repeat(201)).isTooLong()).isTrue();
		// One sign that is eighteen letters, and one that is three
		assertThat(Query.of("\ufdfa".repeat(60)).isTooLong()).isTrue();
		assertThat(Query.of("\ufdfa".repeat(60)).isEmpty()).isTrue();
		assertThat(Query.of("\ufdfa".repeat(12)).asItStands().length()).isLessThan(5_000);
		assertThat(Query.of("\uac01".repeat(60)).isTooLong()).isFalse();
	}

	@Test
	void namesAreSpelledAsTheyAreSpoken() {
		assertThat(Pinyin.whole(Folded.of("人工智能学院"))).containsExactly("rengongzhinengxueyuan", "rgznxy");
		assertThat(Pinyin.whole(Folded.of("乐清音乐银行"))).contains("yueqingyinyueyinhang");
		assertThat(Pinyin.whole(Folded.of("乐成"))).as("told by us").contains("yuecheng");
		assertThat(Pinyin.whole(Folded.of("绿"))).contains("lv", "lu");
		assertThat(Pinyin.whole(Folded.of("“5G+”研究院"))).contains("5gyanjiuyuan", "5gyjy");
		assertThat(Pinyin.whole(Folded.of("marxism"))).isEmpty();
	}

	@Test
	void aNameIsFoundFromEachOfItsCharacters() {
		Vector vector = new Vector();
		Pinyin.add(vector, Folded.of("瓯海校区"), false);
		assertThat(vector.toString()).contains("'~ouhaixiaoqu':1A", "'~ohxq':1A", "'~haixiaoqu':2B", "'~xq':3B");
	}

	private static String phrase(String text) {
		String alone = Query.of(text).asItStands();
		return alone.substring(1, alone.length() - 1);
	}

	private static List<String> tokens(String text) {
		return Tokeniser.tokens(Folded.of(text)).stream().map(Token::text).toList();
	}

}
