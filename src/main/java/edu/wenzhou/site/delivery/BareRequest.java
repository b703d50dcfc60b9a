package edu.wenzhou.site.delivery;

import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/**
 * A request for the whole page as everybody gets it: nothing of what this visitor has
 * already, wants a part of, or is known by.
 */
final class BareRequest extends HttpServletRequestWrapper {

	private static final Set<String> HIDDEN = Set.of("if-none-match", "if-modified-since", "if-match",
			"if-unmodified-since", "if-range", "range", "accept-encoding", "cookie", "authorization");

	BareRequest(HttpServletRequest request) {
		super(request);
	}

	private static boolean isHidden(String name) {
		return HIDDEN.contains(name.toLowerCase(Locale.ROOT));
	}

	@Override
	public String getMethod() {
		return "GET";
	}

	@Override
	public Cookie[] getCookies() {
		return null;
	}

	@Override
	public String getHeader(String name) {
		return isHidden(name) ? null : super.getHeader(name);
	}

	@Override
	public Enumeration<String> getHeaders(String name) {
		return isHidden(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
	}

	@Override
	public Enumeration<String> getHeaderNames() {
		List<String> names = Collections.list(super.getHeaderNames());
		names.removeIf(BareRequest::isHidden);
		return Collections.enumeration(names);
	}

	@Override
	public long getDateHeader(String name) {
		return isHidden(name) ? -1 : super.getDateHeader(name);
	}

	@Override
	public int getIntHeader(String name) {
		return isHidden(name) ? -1 : super.getIntHeader(name);
	}

}
