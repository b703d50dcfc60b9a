package edu.wenzhou.site.web;

import java.net.URI;
import java.nio.file.Path;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Every setting of ours, {@code college.*}; the table in {@code README.md} explains them.
 *
 * @param baseUrl scheme, host and port under which the public knows the site, without a
 * path; canonical addresses come from here and never from a request's Host header
 * @param dataDir where the embedded PostgreSQL and other local files live
 */
@Validated
@ConfigurationProperties("college")
public record CollegeProperties(@NotNull URI baseUrl, @DefaultValue("var") Path dataDir) {

	/**
	 * Whether the public reaches the site by HTTPS; then it is told never to come back
	 * without it.
	 */
	public boolean https() {
		return "https".equals(this.baseUrl.getScheme());
	}

	/** The public address of a path that starts with a slash. */
	public String url(String path) {
		return this.baseUrl.getScheme() + "://" + this.baseUrl.getAuthority() + path;
	}

	@AssertTrue(
			message = "college.base-url must be http:// or https://, a host and perhaps a port, without path, query or fragment")
	boolean isBaseUrlOrigin() {
		return this.baseUrl == null || (("http".equals(this.baseUrl.getScheme()) || https())
				&& this.baseUrl.getHost() != null && this.baseUrl.getRawUserInfo() == null
				&& (this.baseUrl.getRawPath().isEmpty() || this.baseUrl.getRawPath().equals("/"))
				&& this.baseUrl.getRawQuery() == null && this.baseUrl.getRawFragment() == null);
	}

}
