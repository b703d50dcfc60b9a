package edu.wenzhou.site.staff;

import java.io.IOException;

import edu.wenzhou.site.web.DatabaseAway;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.LocaleResolver;

/**
 * First in the back office: nothing of it is kept or indexed, it has one language, forms
 * have a size, and without the database it says so and gives back what was typed.
 */
class StaffDoorFilter extends OncePerRequestFilter {

	/**
	 * The limits of the server are a little higher, so that a sign-in form that carries
	 * another has room for it.
	 */
	private static final long LARGEST_FORM = DataSize.ofMegabytes(2).toBytes();

	private static final int MOST_FIELDS = 1000;

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
			if (isTooLarge(request)) {
				response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
				return;
			}
			// Else a stranger would be sent to the sign-in page only to be told there
			this.jdbc.sql("select 1").query(Integer.class).single();
			chain.doFilter(request, response);
		}
		catch (InvalidParameterException ex) {
			if (HeldForm.isUpload(request)) {
				// Else the error page would try to read the files once more, and fail
				request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, new MultipartException("Not read", ex));
			}
			response.sendError(ex.getErrorCode());
		}
		catch (RuntimeException | ServletException ex) {
			if (!DatabaseAway.isMeantBy(ex)) {
				throw ex;
			}
			if (!response.isCommitted()) {
				DatabaseAway.answer(ex, response);
			}
			else if (response.getStatus() / 100 == 3) {
				// It is done; the container still holds the redirect, and an error would
				// go
				// out instead
				this.logger.warn("The database went away after a redirect had been given", ex);
			}
			else {
				throw ex;
			}
		}
		if (response.getStatus() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
			HeldPage.leave(HeldPage.Reason.AWAY, request);
		}
	}

	private static boolean isTooLarge(HttpServletRequest request) {
		if (!HeldForm.isForm(request) || "/staff/sign-in".equals(request.getRequestURI())) {
			return false;
		}
		return request.getContentLengthLong() > LARGEST_FORM
				|| request.getParameterMap().values().stream().mapToInt((values) -> values.length).sum() > MOST_FIELDS;
	}

}
