package edu.wenzhou.site.delivery;

import org.apache.tomcat.util.http.MimeHeaders;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

/** Headers as Tomcat takes them: bytes that it keeps, and uses again for others. */
class HeaderTests {

	private final MimeHeaders tomcat = new MimeHeaders();

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	@Test
	void theNextAnswerOfAConnectionLeavesAHeaderAsItIs() {
		Header header = new Header("cache-control", "public, max-age=10, stale-while-revalidate=60");
		header.add(this.response, this.tomcat);
		this.tomcat.recycle();
		this.tomcat.addValue("content-length").setLong(79556);
		this.tomcat.recycle();
		header.add(this.response, this.tomcat);
		assertThat(this.tomcat.getHeader("Cache-Control")).isEqualTo("public, max-age=10, stale-while-revalidate=60");
	}

	@Test
	void aHeaderEndsInNoOther() {
		new Header("x-made-up", "one\r\nSet-Cookie: two\u007f\tthree").add(this.response, this.tomcat);
		assertThat(this.tomcat.getHeader("X-Made-Up")).isEqualTo("one  Set-Cookie: two \tthree");
	}

	@Test
	void anyOtherServerGetsItAsText() {
		new Header("x-made-up", "yes").add(this.response, null);
		assertThat(this.response.getHeader("X-Made-Up")).isEqualTo("yes");
		assertThat(this.tomcat.size()).isZero();
	}

}
