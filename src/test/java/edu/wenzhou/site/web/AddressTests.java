package edu.wenzhou.site.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is meant by an address, however it is spelled. */
class AddressTests {

	@ParameterizedTest
	@CsvSource({ "/, /", "//, /", "/schools, /schools", "/schools/, /schools", "/Schools/AI, /schools/ai",
			"/schools//ai///, /schools/ai", "/schools;jsessionid=1A/ai;x, /schools/ai", "/;jsessionid=0F3, /",
			"/index.html, /", "/INDEX.HTM, /", "/index.php, /", "/index, /", "/default.aspx, /", "/Default.asp, /",
			"/home.jsp, /", "/main.shtml, /", "/schools/index.html, /schools", "/schools/index.html/, /schools",
			"/schools/index.html/index.php, /schools", "/schools/ai.html, /schools/ai", "/schools/ai.htm, /schools/ai",
			"/schools/ai.aspx/, /schools/ai", "/home, /home", "/main/x, /main/x", "/en, /en", "/EN/, /en",
			"/En/Schools/AI/index.html/, /en/schools/ai", "/english, /en", "/english/index.htm, /en",
			"/en-us/schools, /en/schools", "/%65n/schools, /en/schools", "/cn/schools, /schools", "/zh-CN/, /",
			"/chinese/index.html, /", "/enx/a, /enx/a", "/en/en/x, /en/en/x", "/about/figures.csv, /about/figures.csv",
			"/.html, /.html", "/%E6%96%B0%E9%97%BB/1.htm, /%E6%96%B0%E9%97%BB/1", "/新闻, /%E6%96%B0%E9%97%BB" })
	void oneAddressIsMeant(String asked, String canonical) {
		assertThat(Address.of(asked, null).orElseThrow().canonical()).isEqualTo(canonical);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "schools", "http://other.example/", "/schools/../about", "/./x", "/%2e%2e/x", "/a%00b",
			"/a%0ab", "/%zz", "/%e", "/%", "/%ff", "/\\other.example", "/a\\b", "/a%5cb", "/a%3fb", "/a%23b" })
	void somethingElseIsNoAddressOfAPage(String asked) {
		assertThat(Address.of(asked, null)).isEmpty();
	}

	@Test
	void nobodyGetsFurtherByMuch() {
		assertThat(Address.of("/" + "a".repeat(3000), null)).isEmpty();
		assertThat(Address.of("/x", "a".repeat(3000)).orElseThrow().query()).isEmpty();
		assertThat(Address.of("/x", "a=%zz").orElseThrow().query()).isEmpty();
	}

	@Test
	void anAddressIsKeptAsItWasSpelledToo() {
		Address address = Address.of("/English//Info;a/1023/4567.HTM?ID=%E6%96%B0&B=x#c").orElseThrow();
		assertThat(address.spelled()).isEqualTo("/english/info/1023/4567.htm");
		assertThat(address.bare()).isEqualTo("/info/1023/4567.htm");
		assertThat(address.path()).isEqualTo("/info/1023/4567");
		assertThat(address.query()).isEqualTo("ID=新&B=x");
		assertThat(address.language()).isEqualTo(Language.ENGLISH);
		assertThat(address.isFile()).isFalse();
		assertThat(Address.of("/media/abc/a.pdf").orElseThrow().isFile()).isTrue();
	}

}
