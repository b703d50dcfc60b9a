package edu.wenzhou.site.staff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/**
 * A form that was sent and can't be taken now, as hidden fields of the page that says so.
 * Nothing of it stays on the server.
 *
 * @param path where it was to go
 * @param fields in the order in which they were sent, a name as often as it has values
 */
record HeldForm(String path, List<Field> fields) {

	private static final String SIGN_IN = "/staff/sign-in";

	/** Where the form was to go, in the sign-in form around it. */
	private static final String TARGET = "held";

	/** Before the names of its fields there. */
	private static final String PREFIX = "held.";

	private static final String TOKEN = "_csrf";

	/** Whatever else a form has, one with such a field is never held. */
	private static final String SECRET = "password";

	private static final String OWN_PATH = "/staff(/[A-Za-z0-9_-]+)+";

	/** They hold passwords, or lead out. */
	private static final String NEVER = "/staff/(sign-.*|link/.*|account/.*)";

	/** What browsers call a request that no other site has a part in. */
	private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

	/** Where to go on, not what was typed. */
	private static final Set<String> NOT_TYPED = Set.of("base", "stamp", "tab", "then", "focus", "whole");

	private static final int EXCERPTS = 5;

	private static final int EXCERPT_LENGTH = 200;

	/**
	 * What was typed into the form that the request brings, if it may be held. A sign-in
	 * form has nothing of its own, but may carry another.
	 */
	static Optional<HeldForm> of(HttpServletRequest request) {
		if (!isForm(request) || !isFromHere(request)) {
			return Optional.empty();
		}
		if (request.getRequestURI().equals(SIGN_IN)) {
			String path = request.getParameter(TARGET);
			return (path != null)
					? of(path, request, (name) -> name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : null)
					: Optional.empty();
		}
		return of(request.getRequestURI(), request, UnaryOperator.identity());
	}

	/** Fields for which the name is null belong to another form. */
	private static Optional<HeldForm> of(String path, HttpServletRequest request, UnaryOperator<String> name) {
		List<Field> fields = new ArrayList<>();
		for (Map.Entry<String, String[]> parameter : request.getParameterMap().entrySet()) {
			String field = name.apply(parameter.getKey());
			if (field != null && !field.equals(TOKEN)) {
				for (String value : parameter.getValue()) {
					fields.add(new Field(field, value));
				}
			}
		}
		boolean may = path.matches(OWN_PATH) && !path.matches(NEVER) && !fields.isEmpty()
				&& fields.stream().noneMatch((field) -> field.name().equals(SECRET));
		return may ? Optional.of(new HeldForm(path, List.copyOf(fields))) : Optional.empty();
	}

	/** Whether the request is a form without files. */
	static boolean isForm(HttpServletRequest request) {
		return HttpMethod.POST.matches(request.getMethod())
				&& hasType(request, MediaType.APPLICATION_FORM_URLENCODED_VALUE);
	}

	/** Whether the request is a form with files. */
	static boolean isUpload(HttpServletRequest request) {
		return HttpMethod.POST.matches(request.getMethod()) && hasType(request, MediaType.MULTIPART_FORM_DATA_VALUE);
	}

	private static boolean hasType(HttpServletRequest request, String type) {
		return request.getContentType() != null
				&& request.getContentType().regionMatches(true, 0, type, 0, type.length());
	}

	/** What another site sends is nobody's typing. Old browsers don't say. */
	private static boolean isFromHere(HttpServletRequest request) {
		String site = request.getHeader("Sec-Fetch-Site");
		return site == null || OWN_SITE.contains(site);
	}

	/** The part of the back office that it was for, if that has a name. */
	public String section() {
		String first = this.path.split("/")[2];
		return Set.of("content", "accounts").contains(first) ? first : null;
	}

	/** How the longest of the texts begin, so that people know theirs again. */
	public List<String> excerpts() {
		return texts().stream()
			.sorted(Comparator.comparingInt(String::length).reversed())
			.limit(EXCERPTS)
			.map(HeldForm::excerpt)
			.toList();
	}

	/** All that was typed, in its order and whole; not what only machines read. */
	public List<String> texts() {
		return this.fields.stream()
			.filter((field) -> !NOT_TYPED.contains(field.name()))
			.map(Field::value)
			.filter((value) -> !value.isBlank() && !value.matches("[0-9]+|[0-9a-f]{64}"))
			.toList();
	}

	private static String excerpt(String text) {
		return (text.codePointCount(0, text.length()) > EXCERPT_LENGTH)
				? text.substring(0, text.offsetByCodePoints(0, EXCERPT_LENGTH)) + "…" : text;
	}

	/** A name and one of its values. */
	record Field(String name, String value) {

	}

}
