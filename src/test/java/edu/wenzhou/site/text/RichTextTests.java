package edu.wenzhou.site.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RichTextTests {

	private static final String PICTURE = "/media/" + "0123456789abcdef".repeat(4) + "/%E6%A5%BC-1.jpg";

	@Test
	void whatAnEditorNeedsStays() {
		String body = "<h2>标题</h2><p>正文<strong>重点</strong><br /></p><ul><li>一</li></ul>"
				+ "<table><tbody><tr><th scope=\"row\">甲</th><td colspan=\"2\">乙</td></tr></tbody></table>";
		assertThat(RichText.sanitize(body)).isEqualTo(body);
		assertThat(RichText.objections(body)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "<script>alert(1)</script>", "<p onclick=\"x()\">a</p>", "<p style=\"color:red\">a</p>",
			"<img src=x onerror=alert(1)>", "<iframe src=\"https://x\"></iframe>", "<a href=\"javascript:x()\">a</a>",
			"<h1>a</h1>", "<svg><script>x</script></svg>", "<form action=\"/x\"><input></form>", "<p class=\"x\">a</p>",
			"<a href=\"data:text/html,x\">a</a>", "<td colspan=\"9999999\">a</td>", "<object data=x></object>" })
	void whatAnAttackerNeedsGoes(String body) {
		assertThat(RichText.sanitize(body)).doesNotContain("script", "onclick", "onerror", "style", "iframe",
				"javascript", "svg", "form", "class", "data:", "9999", "<h1", "<img", "<object");
		assertThat(RichText.objections(body)).isNotEmpty();
	}

	@Test
	void aPictureOfTheLibraryStays() {
		String body = "<figure><img src=\"%s\" alt=\"实训楼\" width=\"640\" height=\"480\" /><figcaption>实训楼</figcaption></figure>"
			.formatted(PICTURE);
		assertThat(RichText.sanitize(body)).isEqualTo(body);
		assertThat(RichText.objections(body)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://elsewhere.example%s", "//elsewhere.example%s", "data:image/png;base64,AA==",
			"javascript:x()", "/en%s", "/staff%s", "%s/more.png", "%s?x=1", "%s#x", "%s.svg", "%s.html", "x%s",
			"/media/ABC/a.png", "/media/../media/x.png", "/img/icon.svg" })
	void aPictureFromElsewhereGoes(String pattern) {
		String body = "<p>a<img src=\"" + pattern.formatted(PICTURE) + "\" alt=\"b\"></p>";
		assertThat(RichText.sanitize(body)).isEqualTo("<p>a</p>");
		assertThat(RichText.objections(body)).isNotEmpty();
	}

	@Test
	void aPictureHasNothingButItsSizeAndItsText() {
		assertThat(RichText.sanitize("<img src=\"" + PICTURE
				+ "\" class=\"x\" style=\"a:b\" srcset=\"/x 2x\" onerror=\"x()\" usemap=\"#x\" width=\"100%\" height=\"0\">"))
			.isEqualTo("<img src=\"" + PICTURE + "\" alt=\"\" />");
		assertThat(RichText.sanitize("<img src=\"" + PICTURE + "\" alt=\"在校生[[students]]\">"))
			.isEqualTo("<img src=\"" + PICTURE + "\" alt=\"在校生[students]\" />");
	}

	@Test
	void aFigureNamedInATextStaysAsItIs() {
		assertThat(RichText.sanitize("<p>在编教职工[[staff]]。</p>")).isEqualTo("<p>在编教职工[[staff]]。</p>");
	}

	@Test
	void aTextStaysAsPeopleWroteIt() {
		String text = "<p>全角，；：（）！？＋＝　“引号”——破折号…《书名》①，生僻字𬭚𠮷𰻝，表情😀👨‍🎓</p>";
		assertThat(RichText.sanitize(text)).isEqualTo(text);
		assertThat(RichText.sanitize("<p>&#xff1c;script&#xff1e;</p>")).isEqualTo("<p>＜script＞</p>");
	}

	/** Whoever approves a text has to see what is in it. */
	@Test
	void aCharacterThatNobodySeesIsANumber() {
		assertThat(RichText.sanitize("<p>a\uDB40\uDC41b</p>")).isEqualTo("<p>a&#xe0041;b</p>");
	}

	@Test
	void thePicturesOfABodyAreFoundAndNothingElse() {
		String picture = "/media/" + "a".repeat(64) + "/b.jpg";
		String other = "/media/" + "c".repeat(64) + "/d%20e.png";
		assertThat(RichText.pictures(RichText.sanitize("<p>" + picture + "<a href=\"" + picture.replace("a", "f")
				+ "\">x</a></p><img src=\"" + picture + "\" alt=\"x\"><figure><img alt=\"y\" src=\"" + other
				+ "\"></figure><img src=\"" + picture + "\"><img src=\"https://x.example/y.png\">")))
			.containsExactly(picture, other);
		assertThat(RichText.pictures("<p>x</p>")).isEmpty();
	}

}
