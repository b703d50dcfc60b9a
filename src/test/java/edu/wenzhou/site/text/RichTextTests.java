package edu.wenzhou.site.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RichTextTests {

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
	void aFigureNamedInATextStaysAsItIs() {
		assertThat(RichText.sanitize("<p>在编教职工[[staff]]。</p>")).isEqualTo("<p>在编教职工[[staff]]。</p>");
	}

}
