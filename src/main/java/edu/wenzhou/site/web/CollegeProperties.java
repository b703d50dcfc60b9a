package edu.wenzhou.site.web;

import java.nio.file.Path;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Every setting of ours, {@code college.*}; the table in {@code README.md} explains them.
 *
 * @param baseUrl scheme, host and port under which the public knows the site, without a
 * path; canonical addresses come from here and never from a request's Host header
 * @param dataDir where the embedded PostgreSQL and other local files live
 * @param pdf how PDFs are made
 * @param share how the pictures are made that go with links to pages
 * @param staff the back office
 * @param mail what the site mails; through which server is {@code spring.mail.*}
 */
@Validated
@ConfigurationProperties("college")
public record CollegeProperties(@NotNull @Pattern(regexp = "https?://[A-Za-z0-9.\\[\\]:-]+",
		message = "must be http:// or https:// and a host, perhaps with a port; no path and no slash at the end, "
				+ "such as https://www.example.edu.cn") String baseUrl,
		@DefaultValue("var") Path dataDir, @DefaultValue Pdf pdf, @DefaultValue Share share,
		@Valid @DefaultValue Staff staff, @Valid @DefaultValue Mail mail) {

	/**
	 * Whether the public reaches the site by HTTPS; then it is told never to come back
	 * without it.
	 */
	public boolean https() {
		return this.baseUrl.startsWith("https:");
	}

	/**
	 * How PDFs are made.
	 *
	 * @param fonts TrueType files ({@code .ttf}, {@code .ttc}) in the order in which a
	 * character is looked for; those that do not exist are left out
	 */
	public record Pdf(List<Path> fonts) {

		public Pdf {
			fonts = (fonts != null) ? List.copyOf(fonts) : List.of();
		}

	}

	/**
	 * Settings of mails, {@code college.mail.*}.
	 *
	 * @param from the address that they come from; needed where there is a server
	 */
	public record Mail(@Pattern(regexp = "|[^@\\s,;:<>()\\[\\]\"\\\\]+@[A-Za-z0-9.-]+",
			message = "must be one e-mail address without a name, such as site@example.edu.cn") String from) {

	}

	/**
	 * How the pictures are made that go with links to pages.
	 *
	 * @param fonts files in the order in which a character is looked for; those that do
	 * not exist are left out
	 */
	public record Share(List<Path> fonts) {

		public Share {
			fonts = (fonts != null) ? List.copyOf(fonts) : List.of();
		}

	}

	/** The public address of a path that starts with a slash. */
	public String url(String path) {
		return this.baseUrl + path;
	}

	/**
	 * Settings of the back office, {@code college.staff.*}.
	 *
	 * @param setupToken what the link that makes the first account ends with; random if
	 * not set
	 */
	public record Staff(@Pattern(regexp = "|[A-Za-z0-9_-]{22,128}",
			message = "must be 22 to 128 random letters, digits, hyphens or underscores") String setupToken) {

		@Override
		public String toString() {
			return "Staff[setupToken=" + ((this.setupToken != null) ? "***" : "none") + "]";
		}

	}

}
