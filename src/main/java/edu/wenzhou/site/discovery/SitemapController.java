package edu.wenzhou.site.discovery;

import java.io.IOException;
import java.time.Instant;
import java.util.Locale;

import edu.wenzhou.site.web.CollegeProperties;
import edu.wenzhou.site.web.Language;
import edu.wenzhou.site.web.NotFoundException;
import edu.wenzhou.site.web.PublicPages.Extent;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;

/** Sitemaps: one of all languages; none where the site is not to be found. */
@Controller
class SitemapController {

	private static final String PART = "{part:[1-9][0-9]{0,8}}.xml";

	private final Sitemaps sitemaps;

	private final CollegeProperties properties;

	SitemapController(Sitemaps sitemaps, CollegeProperties properties) {
		this.sitemaps = sitemaps;
		this.properties = properties;
	}

	@GetMapping("/sitemap.xml")
	void whole(Locale locale, HttpServletRequest request, HttpServletResponse response) throws IOException {
		whole(SitemapKind.STANDARD, locale, request, response);
	}

	@GetMapping("/sitemap-" + PART)
	void part(@PathVariable long part, Locale locale, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		part(SitemapKind.STANDARD, part, locale, request, response);
	}

	@GetMapping("/sitemap-baidu.xml")
	void wholeForBaidu(Locale locale, HttpServletRequest request, HttpServletResponse response) throws IOException {
		whole(SitemapKind.BAIDU, locale, request, response);
	}

	@GetMapping("/sitemap-baidu-" + PART)
	void partForBaidu(@PathVariable long part, Locale locale, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		part(SitemapKind.BAIDU, part, locale, request, response);
	}

	private void whole(SitemapKind kind, Locale locale, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		isToBeFound(locale);
		Extent whole = this.sitemaps.whole();
		if (isToBeSent(whole, request, response)) {
			this.sitemaps.write(kind, whole, response.getOutputStream());
		}
	}

	private void part(SitemapKind kind, long part, Locale locale, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		isToBeFound(locale);
		Extent extent = this.sitemaps.extent(part);
		if (extent.pages() == 0) {
			throw new NotFoundException();
		}
		if (isToBeSent(extent, request, response)) {
			this.sitemaps.write(kind, part, extent, response.getOutputStream());
		}
	}

	private void isToBeFound(Locale locale) {
		if (!this.properties.discovery().index() || Language.of(locale) != Language.CHINESE) {
			throw new NotFoundException();
		}
	}

	/** Weak, since it is known before anything is written. */
	private static boolean isToBeSent(Extent extent, HttpServletRequest request, HttpServletResponse response) {
		Instant changed = (extent.changed() != null) ? extent.changed() : Instant.EPOCH;
		String tag = "W/\"%d-%x-%x\"".formatted(extent.pages(), changed.getEpochSecond(), changed.getNano());
		response.setContentType("application/xml;charset=UTF-8");
		return !new ServletWebRequest(request, response).checkNotModified(tag, changed.toEpochMilli())
				&& !HttpMethod.HEAD.matches(request.getMethod());
	}

}
