package edu.wenzhou.site.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import edu.wenzhou.site.web.FormerAddresses.Answer;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.multipart.MultipartException;

/**
 * Looks after visits that are about to end at an error page: sends them on where there is
 * somewhere to go, and tells of those that found nothing. Pages that answer never come
 * here, so all of this costs them nothing.
 */
@Component
class LostVisits {

	private final Moves moves;

	private final PublicAddresses addresses;

	private final List<ErrorLook> looks;

	private final List<MissedAddresses> missed;

	private final CollegeProperties properties;

	LostVisits(Moves moves, PublicAddresses addresses, List<ErrorLook> looks, List<MissedAddresses> missed,
			CollegeProperties properties) {
		this.moves = moves;
		this.addresses = addresses;
		this.looks = looks;
		this.missed = missed;
		this.properties = properties;
	}

	/**
	 * Decides how a visit ends.
	 * @param status as it would have ended
	 * @return as it ends; when it leads elsewhere, the answer is complete
	 */
	HttpStatus lead(HttpServletRequest request, HttpServletResponse response, HttpStatus status) {
		String uri = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
		// An address with slashes or semicolons too many is refused before anybody looks
		// what it means
		boolean refused = status == HttpStatus.BAD_REQUEST
				&& request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) == null;
		if (uri == null || status != HttpStatus.NOT_FOUND && !refused || !isReading(request)
				|| this.looks.stream().anyMatch((look) -> look.covers(LanguageFilter.language(request).path(uri)))) {
			return status;
		}
		return Address.of(uri, request.getQueryString())
			.filter((asked) -> !refused || !asked.canonical().equals(uri))
			.map((asked) -> lead(asked, uri, request, response, status))
			.orElse(status);
	}

	private HttpStatus lead(Address asked, String uri, HttpServletRequest request, HttpServletResponse response,
			HttpStatus status) {
		Optional<Answer> answer;
		try {
			answer = this.moves.from(asked, uri, parameters(request));
		}
		catch (DataAccessException | TransactionException ex) {
			if (!DatabaseAway.isMeantBy(ex)) {
				throw ex;
			}
			// Nobody can say now whether something stood there
			response.setHeader(HttpHeaders.RETRY_AFTER, DatabaseAway.RETRY_AFTER_SECONDS);
			return HttpStatus.SERVICE_UNAVAILABLE;
		}
		if (answer.isEmpty()) {
			// A list stands there that has no such part
			boolean part = !asked.isFile() && this.addresses.isFixed(asked.path());
			if (status == HttpStatus.NOT_FOUND && !part && request.getAttribute(MissedAddresses.OWN) == null) {
				this.missed.forEach((one) -> one.missed(asked, referrer(request)));
			}
			return status;
		}
		if (answer.get().movedTo() == null) {
			return HttpStatus.GONE;
		}
		response.setStatus(HttpStatus.MOVED_PERMANENTLY.value());
		response.setHeader(HttpHeaders.LOCATION, answer.get().movedTo());
		return HttpStatus.MOVED_PERMANENTLY;
	}

	private static boolean isReading(HttpServletRequest request) {
		return HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
	}

	private static Map<String, String[]> parameters(HttpServletRequest request) {
		try {
			return request.getParameterMap();
		}
		catch (InvalidParameterException | MultipartException ex) {
			return Map.of();
		}
	}

	/** Of other sites and of queries nothing is kept. */
	private String referrer(HttpServletRequest request) {
		String referrer = request.getHeader(HttpHeaders.REFERER);
		return (referrer == null || !referrer.startsWith(this.properties.url("/"))) ? null
				: Address.of(referrer.substring(this.properties.url("").length())).map(Address::spelled).orElse(null);
	}

}
