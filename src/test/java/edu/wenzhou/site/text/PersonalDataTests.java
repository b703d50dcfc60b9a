package edu.wenzhou.site.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import edu.wenzhou.site.text.PersonalData.Found;
import edu.wenzhou.site.text.PersonalData.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PersonalDataTests {

	/** Numbers are made up; the first one is the example of the standard itself. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			身份证号11010519491231002X。                | IDENTITY_CARD | 11010519491231002X     | 110105********002X
			身份证：11010519491231002x                  | IDENTITY_CARD | 11010519491231002x     | 110105********002X
			３３０３０２１９９００１０１１２３５          | IDENTITY_CARD | ３３０３０２１９９００１０１１２３５ | 330302********1235
			330324 20051231 0046                        | IDENTITY_CARD | 330324 20051231 0046   | 330324********0046
			手机13812345678，请致电                     | MOBILE        | 13812345678            | 138****5678
			Tel: 138-1234-5678.                         | MOBILE        | 138-1234-5678          | 138****5678
			（138 1234 5678）                           | MOBILE        | 138 1234 5678          | 138****5678
			+8619912345678                              | MOBILE        | 19912345678            | 199****5678
			+86 199 1234 5678                           | MOBILE        | 199 1234 5678          | 199****5678
			0086-13512345678                            | MOBILE        | 13512345678            | 135****5678
			1３8１2３4５6７8                            | MOBILE        | 1３8１2３4５6７8        | 138****5678
			卡号6212261234567890128                     | BANK_CARD     | 6212261234567890128    | ***************0128
			6228 4812 3456 7894                         | BANK_CARD     | 6228 4812 3456 7894    | ************7894
			9558801234567890128                         | BANK_CARD     | 9558801234567890128    | ***************0128
			4111111111111112、5105105105105100          | BANK_CARD     | 5105105105105100       | ************5100
			写信到 zhang.san_1@QQ.com。                 | PRIVATE_MAIL  | zhang.san_1@QQ.com     | z***@qq.com
			li4@vip.163.com                             | PRIVATE_MAIL  | li4@vip.163.com        | l***@vip.163.com
			""")
	void isFoundAndMasked(String text, Kind kind, String found, String masked) {
		List<Found> all = PersonalData.in(text);
		assertThat(all).hasSize(1);
		assertThat(all.get(0).kind()).isEqualTo(kind);
		assertThat(all.get(0).spot().found()).isEqualTo(found);
		assertThat(all.get(0).masked()).isEqualTo(masked);
	}

	@ParameterizedTest
	@ValueSource(strings = { "110105194912310021", "11010519491231002", "990302199001011238", "330302199002301234",
			"110105491231002", "X11010519491231002X", "111010519491231002X", "2024110105194912310021", "1381234567",
			"138123456789", "12812345678", "0577-86680000", "057786680000", "400-800-1234", "4008001234", "12345",
			"0577-13812345678", "3.13812345678", "13812345678.5", "a13812345678", "13812345678km", "138-1234 5678",
			"1999-2024", "2024年12月31日", "1234567890123452", "2024061512345679", "6212261234567890127", "62258812345675",
			"6666666666666666", "62122612345678901280", "5000 6000 4500 3800", "9133030076543212", "zsb@wzvtc.edu.cn",
			"someone@qq.com.cn", "someone@notqq.com", "@qq.com", "qq.com", "138****5678", "110105********002X",
			"z***@qq.com", "ISBN 978-7-04-012345-6", "浙ICP备05000000号", "校园面积1200亩，学生12000余人", "123301004700012345",
			"https://example.org/13812345678x" })
	void isNothingOfTheKind(String text) {
		assertThat(PersonalData.in(text)).isEmpty();
	}

	@Test
	void allOfItIsFoundInItsOrder() {
		assertThat(PersonalData.in("张三 13812345678 11010519491231002X，李四 13912345678 li4@126.com"))
			.extracting(Found::kind)
			.containsExactly(Kind.MOBILE, Kind.IDENTITY_CARD, Kind.MOBILE, Kind.PRIVATE_MAIL);
		assertThat(PersonalData.groups(List.of("13812345678 和 13912345678", "无", "13812345678"))).singleElement()
			.satisfies((group) -> {
				assertThat(group.kind()).isEqualTo(Kind.MOBILE);
				assertThat(group.found()).hasSize(3);
				assertThat(group.masked()).isEqualTo("138****5678、139****5678");
			});
	}

	@Test
	void aPlaceIsShownWithWhatIsAroundIt() {
		assertThat(PersonalData.in("一二三四五六七八九十一二三四五六七八九十，电话13812345678。").get(0).spot())
			.hasToString("「…八九十一二三四五六七八九十，电话【13812345678】。」");
		assertThat(PersonalData.in("13812345678一二三四五六七八九十一二三四五六七").get(0).spot())
			.hasToString("「【13812345678】一二三四五六七八九十一二三四五六…」");
		assertThat(PersonalData.in("\u200b138\u200b12345678").get(0).spot().found()).isEqualTo("138\u200b12345678");
	}

	@Test
	void whatNobodyMeansByItTakesNoTime() {
		String endless = "a".repeat(100_000) + "1".repeat(100_000) + " 138".repeat(20_000) + "1-".repeat(50_000);
		assertThat(PersonalData.in(endless)).isEmpty();
	}

	@Test
	void theSourceTextHasNone() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("seeds"))) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				assertThat(PersonalData.groups(Files.readAllLines(file))).as(file.toString()).isEmpty();
			}
		}
	}

}
