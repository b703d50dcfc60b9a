package edu.wenzhou.site.staff;

import java.io.IOException;

import edu.wenzhou.site.web.DatabaseAway;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;

/**
 * First in the back office: nothing of it is kept or indexed, it has one language, and
 * without the database it says so.
 */
class StaffDoorFilter extends OncePerRequestFilter {

	private final JdbcClient jdbc;

	private final LocaleResolver language;

	StaffDoorFilter(JdbcClient jdbc, LocaleResolver language) {
		this.jdbc = jdbc;
		this.language = language;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
		response.setHeader("X-Robots-Tag", "noindex, nofollow");
		if (!"zh".equals(this.language.resolveLocale(request).getLanguage())) {
			response.sendError(HttpStatus.NOT_FOUND.value());
			return;
		}
		try {
			// Else a stranger would be sent to the sign-in page only to be told there
			this.jdbc.sql("select 1").query(Integer.class).single();
			chain.doFilter(request, response);
		}
		catch (RuntimeException | ServletException ex) {
			if (!DatabaseAway.isMeantBy(ex) || response.isCommitted()) {
				throw ex;
			}
			DatabaseAway.answer(ex, response);
		}
	}

}
