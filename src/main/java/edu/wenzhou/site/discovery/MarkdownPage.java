package edu.wenzhou.site.discovery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

import edu.wenzhou.site.web.Address;
import edu.wenzhou.site.web.CollegeProperties;
import edu.wenzhou.site.web.DatabaseAway;
import edu.wenzhou.site.web.FormerAddresses.Answer;
import edu.wenzhou.site.web.Language;
import edu.wenzhou.site.web.Moves;
import edu.wenzhou.site.web.NotReadyException;
import edu.wenzhou.site.web.PublicPages;
import edu.wenzhou.site.web.Rendering;
import edu.wenzhou.site.web.SiteTime;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.DataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionException;
import org.springframework.util.DigestUtils;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * Each public page as Markdown, at its address and {@code .md}. Renders the page and
 * turns its main part over, so that nothing is said twice. Only what {@link PublicPages}
 * lists is rendered: rendering goes past the doors of the back office. Not a handler with
 * model attributes, which would ask the database for a layout that is not shown.
 */
@Controller
class MarkdownPage implements HttpRequestHandler {

	static final String SUFFIX = ".md";

	private static final String FRONT_PAGE = "/index";

	private static final String RETRY_AFTER_SECONDS = "30";

	private final PublicPages pages;

	private final Rendering rendering;

	private final Moves moves;

	private final CollegeProperties properties;

	private final MessageSource messages;

	MarkdownPage(PublicPages pages, Rendering rendering, Moves moves, CollegeProperties properties,
			MessageSource messages) {
		this.pages = pages;
		this.rendering = rendering;
		this.moves = moves;
		this.properties = properties;
		this.messages = messages;
	}

	/** Where a page stands as Markdown; a place on the page is left out. */
	static String path(String page) {
		String path = page.replaceFirst("[?#].*", "");
		return (path.equals("/") ? FRONT_PAGE : path) + SUFFIX;
	}

	@Override
	public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
		String asked = request.getRequestURI();
		String stem = asked.substring(0, asked.length() - SUFFIX.length());
		String path = stem.equals(FRONT_PAGE) ? "/" : stem;
		try {
			Optional<Instant> changed = stem.equals("/") ? Optional.empty() : this.pages.changed(path);
			if (changed.isPresent()) {
				send(path, changed.get(), request, response);
			}
			else {
				sendElsewhere(path, response);
			}
		}
		catch (NotReadyException ex) {
			response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
			response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
		}
		catch (DataAccessException | TransactionException ex) {
			if (!DatabaseAway.isMeantBy(ex)) {
				throw ex;
			}
			DatabaseAway.answer(ex, response);
		}
	}

	private void send(String path, Instant changed, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		Locale locale = LocaleContextHolder.getLocale();
		Language language = Language.of(locale);
		String address = this.properties.url(language.address(path));
		Document page = Jsoup.parse(this.rendering.html(path, language, request, response, (visit) -> {
		}), address);
		byte[] content = text(page, address, changed, locale).getBytes(StandardCharsets.UTF_8);
		response.setLocale(locale);
		response.setContentType("text/markdown;charset=UTF-8");
		response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noCache().getHeaderValue());
		response.setHeader(HttpHeaders.LINK, "<" + address + ">; rel=\"canonical\"");
		// Weak, so that it may be compressed
		String tag = "W/\"" + DigestUtils.md5DigestAsHex(content) + "\"";
		if (!new ServletWebRequest(request, response).checkNotModified(tag, changed.toEpochMilli())) {
			response.getOutputStream().write(content);
		}
	}

	private String text(Document page, String address, Instant changed, Locale locale) {
		MarkdownText main = new MarkdownText(page.selectFirst("main"),
				this.messages.getMessage("markdown.colon", null, locale));
		return """
				# %s

				- %s
				- %s

				%s
				""".formatted(main.title(),
				this.messages.getMessage("markdown.address", new Object[] { "<" + address + ">" }, locale),
				this.messages.getMessage("markdown.changed", new Object[] { SiteTime.iso(changed) }, locale),
				main.body());
	}

	/** Where the page has moved its text has, too. */
	private void sendElsewhere(String path, HttpServletResponse response) throws IOException {
		Language language = Language.of(LocaleContextHolder.getLocale());
		Answer answer = Address.of(language.address(path)).flatMap(this.moves::from).orElse(null);
		if (answer == null) {
			response.sendError(HttpStatus.NOT_FOUND.value());
		}
		else if (answer.movedTo() == null) {
			response.sendError(HttpStatus.GONE.value());
		}
		else {
			response.setStatus(HttpStatus.MOVED_PERMANENTLY.value());
			response.setHeader(HttpHeaders.LOCATION,
					Address.of(answer.movedTo())
						.filter((page) -> !page.isFile())
						.map((page) -> page.language().address(path(page.path())))
						.orElse(answer.movedTo()));
		}
	}

}
