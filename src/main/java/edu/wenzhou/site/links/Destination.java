package edu.wenzhou.site.links;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an address says about where to ask for what.
 *
 * @param host in ASCII and lower case; an IPv6 address without its brackets
 * @param target path and query, in ASCII
 */
record Destination(boolean secure, String host, int port, String target) {

	private static final Pattern FORM = Pattern.compile("(?i)(https?)://([^/?#\\\\]*)([^#]*)(#.*)?");

	private static final Pattern AUTHORITY = Pattern.compile("(\\[[0-9a-fA-F:.]+]|[^:@\\[\\]]+)(?::([0-9]{1,5}))?");

	/** Nothing for what browsers would not open either, and for what names a user. */
	static Optional<Destination> of(String address) {
		Matcher form = FORM.matcher(address.strip());
		Matcher authority = form.matches() ? AUTHORITY.matcher(form.group(2)) : null;
		if (authority == null || !authority.matches()) {
			return Optional.empty();
		}
		try {
			boolean secure = form.group(1).equalsIgnoreCase("https");
			String host = authority.group(1).startsWith("[") ? authority.group(1).replaceAll("[\\[\\]]", "")
					: IDN.toASCII(authority.group(1), IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
			int port = (authority.group(2) != null) ? Integer.parseInt(authority.group(2)) : secure ? 443 : 80;
			String target = form.group(3).startsWith("/") ? form.group(3) : "/" + form.group(3);
			// Characters that people leave as they are, browsers encode
			String encoded = new URI(target.replace(" ", "%20").replace("|", "%7C").replace("\"", "%22"))
				.toASCIIString();
			return (!host.matches("[a-z0-9._:-]+") || port == 0 || port > 65535 || !encoded.matches("/[\\x21-\\x7e]*"))
					? Optional.empty() : Optional.of(new Destination(secure, host, port, encoded));
		}
		catch (URISyntaxException | IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	/** Where a redirect from here leads. */
	Optional<Destination> resolve(String location) {
		String place = location.strip();
		if (place.matches("(?i)[a-z][a-z0-9+.-]*:.*")) {
			return of(place);
		}
		String scheme = this.secure ? "https:" : "http:";
		if (place.startsWith("//")) {
			return of(scheme + place);
		}
		String path = this.target.replaceFirst("\\?.*", "");
		return of(scheme + "//" + authority() + (place.startsWith("/") ? place
				: place.startsWith("?") ? path + place : path.substring(0, path.lastIndexOf('/') + 1) + place));
	}

	/** Host and port, as requests name them. */
	String authority() {
		String name = (this.host.indexOf(':') >= 0) ? "[" + this.host + "]" : this.host;
		return (this.port == (this.secure ? 443 : 80)) ? name : name + ":" + this.port;
	}

	String address() {
		return (this.secure ? "https://" : "http://") + authority() + this.target;
	}

}
