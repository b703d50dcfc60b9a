package edu.wenzhou.site.publishing;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

import edu.wenzhou.site.publishing.BlockDiff.Row;
import edu.wenzhou.site.publishing.TextDiff.Mark;
import edu.wenzhou.site.publishing.TextDiff.Piece;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

class TextDiffTests {

	@Test
	void comparesChineseByCharacterAndWordsAndNumbersWhole() {
		assertThat(marked("学校位于温州市鹿城区。", "学校位于温州市瓯海区。")).isEqualTo("学校位于温州市[-鹿城][+瓯海]区。");
		assertThat(marked("在校生12,000人", "在校生13,000人")).isEqualTo("在校生[-12,000][+13,000]人");
		assertThat(marked("a school of design", "a college of design")).isEqualTo("a [-school][+college] of design");
		assertThat(marked("共[[students]]人", "共[[teachers]]人")).isEqualTo("共[-[[students]]][+[[teachers]]]人");
		assertThat(marked("𠮷田", "𠮶田")).isEqualTo("[-𠮷][+𠮶]田");
		assertThat(marked("", "新")).isEqualTo("[+新]");
		assertThat(marked("旧", "")).isEqualTo("[-旧]");
		assertThat(marked("同", "同")).isEqualTo("同");
		assertThat(marked("上\n下", "上下")).isEqualTo("上[-↵\n]下");
	}

	@Test
	void leavesNoIslandsTooSmallToRead() {
		assertThat(marked("我校大学生创业园成立", "我校小学徒创业园成立")).isEqualTo("我校[-大学生][+小学徒]创业园成立");
		assertThat(marked("春天的花园里有一只猫在睡觉", "秋季举办田径运动会和校友会")).isEqualTo("[-春天的花园里有一只猫在睡觉][+秋季举办田径运动会和校友会]");
	}

	@Test
	void bothTextsCanBeReadFromThePieces() {
		Random random = new Random(7);
		for (int i = 0; i < 300; i++) {
			String before = text(random, random.nextInt(60), 6);
			String after = text(random, random.nextInt(60), 6);
			List<Piece> pieces = new TextDiff().pieces(before, after);
			assertThat(text(pieces, Mark.OUT)).isEqualTo(before);
			assertThat(text(pieces, Mark.IN)).isEqualTo(after);
		}
	}

	@Test
	void longTextsThatHaveNothingInCommonTakeNoLongerThanOthers() {
		for (int kinds : List.of(6, 3_000)) {
			String before = text(new Random(1), 200_000, kinds);
			String after = text(new Random(2), 200_000, kinds);
			assertTimeout(Duration.ofSeconds(5), () -> {
				List<Piece> pieces = new TextDiff().pieces(before, after);
				assertThat(text(pieces, Mark.IN)).isEqualTo(after);
			});
			String sentences = before.replaceAll("(.{30})", "$1。");
			assertTimeout(Duration.ofSeconds(5), () -> new TextDiff().pieces(sentences, after));
			assertTimeout(Duration.ofSeconds(5), () -> {
				BlockDiff diff = new BlockDiff(new TextDiff(), false);
				assertThat(diff.rows(TextBlocks.ofBody(before.replaceAll("(.{50})", "<p>$1</p>")),
						TextBlocks.ofBody(after.replaceAll("(.{50})", "<p>$1</p>"))))
					.isNotEmpty();
			});
		}
	}

	@Test
	void smallChangesOfALongTextAreFoundAllTheSame() {
		String before = text(new Random(1), 200_000, 3_000);
		String after = before.substring(0, 1_000) + "改" + before.substring(1_000, 150_000) + before.substring(150_002);
		List<Piece> pieces = new TextDiff().pieces(before, after);
		assertThat(pieces.stream().filter((piece) -> !piece.isSame()).mapToInt((piece) -> piece.text().length()).sum())
			.isLessThan(10);
	}

	@Test
	void richTextIsComparedBlockByBlock() {
		assertThat(rows("<p>第一段。</p><p>第二段说学校的历史。</p>", "<p>第一段。</p><p>新的一段。</p><p>第二段说学院的历史。</p>"))
			.isEqualTo("SAME 第一段。|IN [+新的一段。]|CHANGED 第二段说学[-校][+院]的历史。");
		assertThat(rows("<p>校区介绍</p>", "<h2>校区介绍</h2>")).isEqualTo("CHANGED p>h2 校区介绍");
		assertThat(rows("<p>见<a href=\"/a\">这里</a></p>", "<p>见<a href=\"/b\">这里</a></p>"))
			.isEqualTo("CHANGED 见这里 (/[-a][+b])");
		assertThat(rows("<ul><li><p>一</p></li><li>二</li></ul>", "<ul><li>一</li></ul>")).isEqualTo("SAME 一|OUT [-二]");
		assertThat(rows("<p>图</p>", "<p>图<img src=\"/x.jpg\" alt=\"校门\"></p>"))
			.isEqualTo("CHANGED 图[+ 校门] ([+/x.jpg])");
		assertThat(rows("<p>这一段不要了。</p><p>尾</p>", "<h2>别的标题</h2><p>尾</p>"))
			.isEqualTo("OUT [-这一段不要了。]|IN [+别的标题]|SAME 尾");
		assertThat(rows("<p>甲</p>", "<p><strong>甲</strong></p>")).isEmpty();
	}

	@Test
	void unchangedTextIsShortenedUntilAllIsWanted() {
		String long1 = "这一段很长而且没有改。".repeat(30);
		String before = "<p>头</p><p>一</p><p>二</p><p>三</p><p>" + long1 + "旧" + long1 + "</p>";
		String after = before.replace("旧", "新");
		String rows = rows(before, after);
		assertThat(rows).startsWith("GAP 3|SAME 三|CHANGED ").contains("[…290]").contains("[-旧][+新]");
		assertThat(rows(before, after, true)).startsWith("SAME 头|SAME 一").doesNotContain("…");
	}

	private static String rows(String before, String after) {
		return rows(before, after, false);
	}

	private static String rows(String before, String after, boolean all) {
		return new BlockDiff(new TextDiff(), all).rows(TextBlocks.ofBody(before), TextBlocks.ofBody(after))
			.stream()
			.map((row) -> row.isGap() ? "GAP " + row.getLeftOut()
					: row.state() + kinds(row) + " " + marked(row.pieces())
							+ (row.addresses().isEmpty() ? "" : " (" + marked(row.addresses()) + ")"))
			.collect(Collectors.joining("|"));
	}

	private static String kinds(Row row) {
		return row.isOtherKind() ? " " + row.before() + ">" + row.after() : "";
	}

	private static String marked(String before, String after) {
		return marked(new TextDiff().pieces(before, after));
	}

	private static String marked(List<Piece> pieces) {
		return pieces.stream().map((piece) -> switch (piece.mark()) {
			case SAME -> piece.text();
			case OUT -> "[-" + piece.text() + "]";
			case IN -> "[+" + piece.text() + "]";
			case GAP -> "[…" + piece.text() + "]";
		}).collect(Collectors.joining());
	}

	private static String text(List<Piece> pieces, Mark side) {
		return pieces.stream()
			.filter((piece) -> piece.isSame() || piece.mark() == side)
			.map(Piece::text)
			.collect(Collectors.joining());
	}

	private static String text(Random random, int length, int kinds) {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < length; i++) {
			text.append((char) ('一' + random.nextInt(kinds)));
		}
		return text.toString();
	}

}
