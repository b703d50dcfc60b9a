package edu.wenzhou.site.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.FileSystemResource;
import org.springframework.security.web.header.Header;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The shipped configuration of nginx as a text, also where there is no nginx to run it.
 */
class NginxFileTests {

	private String text;

	@BeforeEach
	void read() throws IOException {
		this.text = Files.readString(Path.of("docs/deploy/nginx/college-site.conf"));
	}

	@Test
	void copiesGetTheHeadersOfTheApplication() {
		List<Header> headers = PublicHeaders.headers(TestProperties.of(Map.of()));
		assertThat(headers).hasSize(9);
		for (Header header : headers) {
			String variable = group("add_header " + header.getName() + " +\\$(\\w+) always;");
			assertThat(group("map \\$college_own \\$" + variable + " +\\{[^}]*? 1 +(\"[^\"]+\"|[^\";]+);").replace("\"",
					""))
				.as(header.getName())
				.isEqualTo(header.getValues().get(0));
		}
	}

	@Test
	void nothingHidesThem() {
		String locations = this.text.substring(this.text.indexOf("    location "));
		assertThat(locations).doesNotContain("add_header");
		assertThat(this.text.chars().filter((sign) -> sign == '{').count())
			.isEqualTo(this.text.chars().filter((sign) -> sign == '}').count());
	}

	@Test
	void visitorsSayNothingOfThemselvesToTheApplication() {
		assertThat(this.text)
			.contains("proxy_set_header X-Forwarded-For $remote_addr;", "X-Real-IP \"\";", "Forwarded \"\";",
					"X-Forwarded-Host \"\";")
			.doesNotContain("proxy_add_x_forwarded_for");
		// Each location would have to say all of them again
		assertThat(this.text.substring(this.text.indexOf("    location "))).doesNotContain("proxy_set_header");
	}

	@Test
	void onlyGoodTransportAndAsMuchAsTheApplicationTakes() throws IOException {
		assertThat(group("ssl_protocols ([^;]+);")).isEqualTo("TLSv1.2 TLSv1.3");
		assertThat(group("ssl_ciphers ([^;]+);").split(":"))
			.allMatch((cipher) -> cipher.matches("ECDHE-(ECDSA|RSA)-(AES\\d+-GCM-SHA\\d+|CHACHA20-POLY1305)"));
		Object limit = new YamlPropertySourceLoader()
			.load("application", new FileSystemResource("src/main/resources/application.yaml"))
			.get(0)
			.getProperty("spring.servlet.multipart.max-request-size");
		assertThat(DataSize.ofMegabytes(Long.parseLong(group("client_max_body_size (\\d+)m;"))))
			.isEqualTo(DataSize.parse(limit.toString()));
	}

	private String group(String pattern) {
		Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(this.text);
		assertThat(matcher.find()).as(pattern).isTrue();
		return matcher.group(1);
	}

}
