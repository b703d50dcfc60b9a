package edu.wenzhou.site.delivery;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;

import edu.wenzhou.site.web.Language;
import edu.wenzhou.site.web.PublicAddresses;
import org.springframework.util.CollectionUtils;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * By what an answer is kept: its path and, in one order, those parameters that the page
 * has a use for. Others make no entry of their own.
 */
class Keys {

	/**
	 * Never kept: what is about the visitor or endless. The maps of the site are written
	 * while they are read, however large.
	 */
	private static final String[] OUTSIDE = { "/staff", "/preview", "/search", "/livez", "/readyz", "/error",
			"/sitemap" };

	/** Needs the database when it is made, and a filter is made before that. */
	private final Supplier<PublicAddresses> addresses;

	Keys(Supplier<PublicAddresses> addresses) {
		this.addresses = addresses;
	}

	/** The key of a request that has a query. */
	String of(String path, Map<String, String[]> parameters) {
		try {
			String own = UriUtils.decode(Language.at(path).path(path), StandardCharsets.UTF_8);
			return path + this.addresses.get().query(own, parameters);
		}
		catch (IllegalArgumentException ex) {
			// Nothing that can be read: the application says so
			return path;
		}
	}

	/** The key of a link on one of our pages. */
	String ofLink(String address) {
		int query = address.indexOf('?');
		if (query < 0) {
			return address;
		}
		Map<String, String[]> parameters = CollectionUtils.newLinkedHashMap(4);
		UriComponentsBuilder.fromUriString(address).build().getQueryParams().forEach((name, values) -> {
			if (values.get(0) != null) {
				parameters.put(name,
						new String[] { UriUtils.decode(values.get(0).replace('+', ' '), StandardCharsets.UTF_8) });
			}
		});
		return of(address.substring(0, query), parameters);
	}

	static boolean isOutside(String path) {
		String own = path.startsWith("/en/") ? path.substring(3) : path;
		for (String outside : OUTSIDE) {
			if (own.startsWith(outside)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Whether a path is spelled as our links spell it; there are many other spellings of
	 * each, and they are not kept.
	 */
	static boolean isPlain(String path) {
		for (int i = 0; i < path.length(); i++) {
			char sign = path.charAt(i);
			boolean plain = (sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9') || (sign >= 'A' && sign <= 'Z')
					|| "/-._~".indexOf(sign) >= 0;
			boolean encoded = sign == '%' && i + 2 < path.length() && "89ABCDEF".indexOf(path.charAt(i + 1)) >= 0
					&& "0123456789ABCDEF".indexOf(path.charAt(i + 2)) >= 0;
			if (!plain && !encoded) {
				return false;
			}
			i += encoded ? 2 : 0;
		}
		return !path.contains("//") && !path.contains("/.");
	}

}
