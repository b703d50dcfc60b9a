package edu.wenzhou.site.search;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

import edu.wenzhou.site.staff.Role;
import edu.wenzhou.site.staff.Scope;
import edu.wenzhou.site.staff.StaffTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever comes into a field of a search is looked for as the text that it is, or
 * refused; nothing of it is ever a fault of ours.
 */
class SearchInputTests extends StaffTest {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final List<String> PUBLIC = List.of("/search?q=", "/en/search?q=", "/search?kind=school&q=",
			"/search/suggest?q=", "/en/search/suggest?q=");

	private static final List<String> STAFF = List.of("/staff/search?q=", "/staff/content?q=",
			"/staff/search/misses?q=", "/staff/search/synonyms?q=", "/staff/search/best-bets?q=");

	/** As encoded in an address: no character, or more than one of them needs. */
	private static final List<String> NO_TEXT = List.of("%ED%A0%80", "%ED%A0%80%ED%B0%80", "%ED%B0%80", "%FF%FE", "%80",
			"%C0%80", "%C0%AF", "%E0%80%AF", "%F0%80%80%AF", "%F4%90%80%80", "%F8%88%80%80%80", "%E6%B8",
			"%E6%B8%A9%E5%B7");

	/** What no address may have in it. */
	private static final List<String> NO_ADDRESS = List.of("%zz", "%", "%u6e29", "温州", "a\u0001b", "a\tb");

	@ParameterizedTest
	@ValueSource(strings = { "'", "''", "\"", "\\", "\\'", ":*", "'a':*", "& | ! ( ) <->", "a & !b", "温州' | '学院", "--",
			"; drop table notice", "%", "_", "{q}", "${7*7}", "*{x}", "@{/x}", "~{a :: b}", "|",
			"<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "😀", "👩‍👩‍👧‍👦", "\u0000", "a\u0000b",
			"\ufffe", "\u202e温州", "\ufdfa\ufdfa", "C++", "a=b&c=d#e", "100%", "+", "İ", "ß", "ﷺ", "１＋Ｘ", "//", "..",
			"null", "true", "\u3000\u3000温\u3000" })
	void whateverIsTypedIsJustText(String typed) {
		for (String prefix : List.of("", "/en")) {
			HttpResponse<String> answer = asked(prefix + "/search?q=" + encode(typed));
			assertThat(answer.statusCode()).as(typed).isEqualTo(200);
			Document page = Jsoup.parse(answer.body());
			assertThat(page.select("main form input[name=q]").attr("value")).as(typed)
				.isEqualTo(typed.replaceAll("[\\x00\\u3000\\u202e]", " ").strip());
			assertThat(page.select("script:not([src]), img, [onerror]")).as(typed).isEmpty();
			HttpResponse<String> names = asked(prefix + "/search/suggest?q=" + encode(typed));
			assertThat(names.statusCode()).as(typed).isEqualTo(200);
			assertThat(JSON.readTree(names.body()).isArray()).isTrue();
		}
	}

	/** And what only looks like text. */
	@ParameterizedTest
	@ValueSource(strings = { "\ufdfa\ufdfa\ufdfa\ufdfa\ufdfa\ufdfa\ufdfa\ufdfa\ufdfa\ufdfa\ufdfa\ufdfa\ufdfa\ufdfa",
			"e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301", "\u200d\u200d\u200d", "\ufeff",
			"\uffff", "\udb40\udc01", "\udbff\udfff", "\ud842\udfb7\ud842\udfb7", "\u115f\u1160",
			"\u1100\u1100\u1100" })
	void oddSignsAreFoundOrNot(String typed) {
		for (String path : PUBLIC) {
			assertThat(asked(path + encode(typed)).statusCode()).as(path + encode(typed)).isIn(200, 400);
		}
	}

	@Test
	void whatIsNoTextIsRefused() {
		for (String path : PUBLIC) {
			for (String query : NO_TEXT) {
				HttpResponse<String> answer = asked(path + query);
				assertThat(answer.statusCode()).as(path + query).isEqualTo(400);
				assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
			}
		}
		assertThat(asked("/search?q=a&kind=%ED%A0%80").statusCode()).isEqualTo(400);
		assertThat(asked("/search?q=a&page=%00").statusCode()).isEqualTo(400);
		assertThat(asked("/search?q=a&q=b").statusCode()).isEqualTo(200);
	}

	@Test
	void whatIsNoAddressIsRefused() throws IOException {
		for (String path : PUBLIC) {
			for (String query : NO_ADDRESS) {
				assertThat(rawAnswer(path + query)).as(path + query).startsWith("HTTP/1.1 400");
			}
		}
	}

	/**
	 * What is longer than a query is given back, or said to be; the server reads 8 kB.
	 */
	@ParameterizedTest
	@ValueSource(ints = { 2_000, 10_000, 100_000 })
	void howeverLongItIsItIsRefused(int length) throws IOException {
		for (String path : PUBLIC) {
			for (String sign : List.of("x", "%E6%B8%A9", "%EF%B7%BA", "%21", "%20a")) {
				String query = sign.repeat(length / sign.length());
				// That nothing is called so is known without looking
				boolean read = path.contains("suggest") && length < 8_000;
				assertThat(rawAnswer(path + query).substring(9, 12)).as(path + sign + " × " + length)
					.isEqualTo(read ? "200" : "400");
			}
		}
	}

	@Test
	void theBackOfficeIsAskedTheSame() throws IOException {
		Visitor visitor = signedIn(person(new Scope(Role.APPROVER, null, null), new Scope(Role.EDITOR, null, null)));
		String cookie = String.join("; ",
				visitor.cookies().entrySet().stream().map((one) -> one.getKey() + "=" + one.getValue()).toList());
		for (String path : STAFF) {
			for (String query : NO_TEXT) {
				assertThat(visitor.get(path + query).statusCode()).as(path + query).isEqualTo(400);
			}
			for (String query : NO_ADDRESS) {
				assertThat(rawAnswer(path + query, "Cookie", cookie)).as(path + query).startsWith("HTTP/1.1 400");
			}
			for (String query : List.of("", "%00", "%20", "%27%20or%201=1--", "%5C%27:*%20%26%20!%20%3C-%3E%20()",
					"%25_", "%EF%BF%BF", "%F3%A0%80%81", "%EF%B7%BA", "%7Bx%7D", "%24%7B7*7%7D")) {
				assertThat(visitor.get(path + query).statusCode()).as(path + query).isEqualTo(200);
			}
			assertThat(visitor.get(path + "%EF%B7%BA".repeat(60)).statusCode()).as(path).isIn(200, 400);
			assertThat(rawAnswer(path + "x".repeat(100_000), "Cookie", cookie)).as(path).startsWith("HTTP/1.1 400");
		}
	}

	/** From a place of its own each time, so that nobody has asked too often. */
	private HttpResponse<String> asked(String path) {
		return send("GET", path, "X-Forwarded-For", "198.51.100." + Math.floorMod(path.hashCode(), 250));
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
