package edu.wenzhou.site.staff;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PasswordRulesTests {

	private final PasswordRules rules = new PasswordRules();

	@ParameterizedTest
	@ValueSource(strings = { "correct horse battery staple", "竹影扫阶尘不动月轮穿沼水无痕", "            x             y",
			"zxq7 Lw2p vT9k", "no capitals and no digits needed here", "🐢🐇🐢🐇 turtle and hare 🐢🐇",
			"瓯江口的灯塔夜里亮着三盏灯" })
	void longOnesOfAnyCharactersAreTaken(String password) {
		assertThat(this.rules.problem(password, "wang.min", "wang@college.example", "王敏")).isNull();
	}

	@Test
	void lengthIsCountedInCharacters() {
		assertThat(this.rules.problem("竹影扫阶尘不动月轮穿")).isEqualTo("staff.password.short");
		assertThat(this.rules.problem("🐢🐇竹影扫阶尘不动月轮穿")).isNull();
		String longest = new Random(1).ints(128, 'a', 'z')
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
		assertThat(this.rules.problem(longest)).isNull();
		assertThat(this.rules.problem(longest + "a")).isEqualTo("staff.password.long");
		assertThat(this.rules.problem("")).isEqualTo("staff.password.short");
	}

	@ParameterizedTest
	@ValueSource(strings = { "123456789012", "098765432109", "abcdefghijkl", "qwertyuiopas", "1qaz2wsx3edc",
			"aaaaaaaaaaaa", "abcabcabcabcabc", "12341234123412", "password1234", "P@ssw0rd2026!",
			"Wenzhou-College-2026", "wzvtc20261965!", "温州职业技术学院2026", "温职院欢迎你123456", "Admin@123456", "iloveyou5201314",
			"wenzhou@123456", "zhaosheng2026!!", "!!!!20260901!!!!", "qwertyuiop123", "Welcome2Wenzhou" })
	void whatAnybodyTriesFirstIsRefused(String password) {
		assertThat(this.rules.problem(password)).isEqualTo("staff.password.common");
	}

	@Test
	void ownNamesAreNoPassword() {
		assertThat(this.rules.problem("wang.min.20260901", "wang.min", "wangmin@college.example", "王敏"))
			.isEqualTo("staff.password.common");
		assertThat(this.rules.problem("xqzv.jbkw.20260901", "xqzv.jbkw", "x@college.example", "王敏"))
			.isEqualTo("staff.password.common");
		assertThat(this.rules.problem("xqzv.jbkw.20260901", "other", "x@college.example", "王敏")).isNull();
	}

	@Test
	void aThousandPatternsOfTheSchoolAreRefused() {
		String[] words = { "wenzhou", "wzvtc", "Wzy", "College", "zhejiang", "XueYuan", "student", "TEACHER", "admin",
				"password", "温州", "学院", "lucheng", "jiaowu", "w3nzh0u" };
		String[] joints = { "", "-", "_", "@", "." };
		String[] ends = { "2026", "1965!", "123456", "520", "#1999#", "888888" };
		List<String> taken = new ArrayList<>();
		int tried = 0;
		for (String first : words) {
			for (String second : words) {
				for (String joint : joints) {
					String password = first + joint + second + ends[(first.length() + second.length()) % ends.length];
					if (password.codePointCount(0, password.length()) < PasswordRules.SHORTEST) {
						continue;
					}
					tried++;
					if (this.rules.problem(password) == null) {
						taken.add(password);
					}
				}
			}
		}
		assertThat(tried).isGreaterThan(900);
		assertThat(taken).isEmpty();
	}

	@Test
	void chanceIsNeverRefused() {
		for (int i = 0; i < 2000; i++) {
			String password = Secrets.token(12);
			assertThat(this.rules.problem(password)).as(password).isNull();
		}
	}

}
