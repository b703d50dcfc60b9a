package edu.wenzhou.site.web;

import java.util.ArrayList;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.MediaType;
import org.springframework.security.web.header.Header;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.StaticHeadersWriter;

/**
 * The security headers, ahead of everything else, so that no answer goes without: pages,
 * files, redirects, refusals, health. The reason for each is in {@code docs/security.md}.
 * Likewise the one that tells search engines what is not for them.
 */
@Configuration(proxyBeanMethods = false)
class PublicHeaders {

	private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
			+ "img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; "
			+ "base-uri 'none'; object-src 'none'; frame-ancestors 'none'";

	static final String ROBOTS = "X-Robots-Tag";

	/**
	 * What is made of pages, for programs to read. Pictures and documents are for people
	 * and may be found.
	 */
	private static final List<MediaType> DATA = List.of(MediaType.TEXT_PLAIN, MediaType.TEXT_MARKDOWN,
			MediaType.TEXT_XML, MediaType.parseMediaType("text/csv"), MediaType.APPLICATION_JSON,
			MediaType.APPLICATION_XML, MediaType.parseMediaType("application/*+json"), MediaType.APPLICATION_ATOM_XML);

	/** The header names and values for a site at that address. */
	static List<Header> headers(CollegeProperties properties) {
		List<Header> headers = new ArrayList<>();
		headers.add(new Header("Content-Security-Policy",
				CONTENT_SECURITY_POLICY + (properties.https() ? "; upgrade-insecure-requests" : "")));
		headers.add(new Header("X-Content-Type-Options", "nosniff"));
		headers.add(new Header("X-Frame-Options", "DENY"));
		headers.add(new Header("Referrer-Policy", "same-origin"));
		headers.add(new Header("Cross-Origin-Opener-Policy", "same-origin"));
		headers.add(new Header("Cross-Origin-Resource-Policy", "same-origin"));
		headers.add(new Header("Cross-Origin-Embedder-Policy", "require-corp"));
		headers.add(new Header("Permissions-Policy", "camera=(), microphone=(), geolocation=(), browsing-topics=()"));
		if (properties.https()) {
			headers.add(new Header("Strict-Transport-Security", "max-age=31536000; includeSubDomains"));
		}
		if (!properties.discovery().index()) {
			headers.add(new Header(ROBOTS, "noindex"));
		}
		return headers;
	}

	/** Asked when the answer is on its way, so that its type is known. */
	private static void keepDataOut(HttpServletRequest request, HttpServletResponse response) {
		String type = response.getContentType();
		if (type != null && !response.containsHeader(ROBOTS)
				&& DATA.stream().anyMatch((data) -> data.includes(MediaType.parseMediaType(type)))) {
			response.setHeader(ROBOTS, "noindex");
		}
	}

	@Bean
	FilterRegistrationBean<HeaderWriterFilter> headerFilter(CollegeProperties properties) {
		HeaderWriter writer = new StaticHeadersWriter(headers(properties));
		FilterRegistrationBean<HeaderWriterFilter> registration = new FilterRegistrationBean<>(
				new HeaderWriterFilter(List.of(PublicHeaders::keepDataOut, writer)));
		// What is answered from memory comes before, with these headers in it
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
		return registration;
	}

}
