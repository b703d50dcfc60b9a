package edu.wenzhou.site.web;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes the language out of the address, so that what comes after sees the path alone and
 * no controller has a second mapping. The language stays with the request, also when it
 * ends as an error page: the container answers errors with the same request.
 */
class LanguageFilter extends OncePerRequestFilter {

	private static final String LANGUAGE = Language.class.getName();

	/** The language that a request asks for. */
	static Language language(ServletRequest request) {
		return (request.getAttribute(LANGUAGE) instanceof Language language) ? language : Language.CHINESE;
	}

	/** For a request that did not come from outside. */
	static void set(ServletRequest request, Language language) {
		request.setAttribute(LANGUAGE, language);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Language language = Language.at(request.getRequestURI());
		set(request, language);
		if (language != Language.CHINESE && language.path(request.getRequestURI()).equals("/")
				&& !language.address("/").equals(request.getRequestURI())) {
			// Else the front page would stand at /en/ as well; LostVisits leads to /en
			response.sendError(HttpStatus.NOT_FOUND.value());
			return;
		}
		chain.doFilter((language != Language.CHINESE) ? new WithoutPrefix(request, language) : request, response);
	}

	/** A request whose address has no language. */
	private static final class WithoutPrefix extends HttpServletRequestWrapper {

		private final Language language;

		private WithoutPrefix(HttpServletRequest request, Language language) {
			super(request);
			this.language = language;
		}

		@Override
		public String getRequestURI() {
			return this.language.path(super.getRequestURI());
		}

		@Override
		public StringBuffer getRequestURL() {
			StringBuffer url = super.getRequestURL();
			int start = url.length() - super.getRequestURI().length();
			return url.replace(start, url.length(), getRequestURI());
		}

		/**
		 * Decoded and normalised by the container, so it may have lost the prefix:
		 * {@code /en/../x}.
		 */
		@Override
		public String getServletPath() {
			String path = super.getServletPath();
			return (Language.at(path) == this.language) ? this.language.path(path) : path;
		}

	}

}
