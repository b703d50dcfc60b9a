package edu.wenzhou.site.redirects;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import edu.wenzhou.site.web.Address;
import edu.wenzhou.site.web.PublicAddresses;
import org.springframework.stereotype.Component;

/**
 * Finds redirects that were right once and do nothing now: a page was published at their
 * source, or the page that they led to is none any more.
 */
@Component
class RedirectStates {

	private final PublicAddresses addresses;

	RedirectStates(PublicAddresses addresses) {
		this.addresses = addresses;
	}

	/** The numbers of those that do nothing. */
	List<Long> idle(Collection<Redirect> redirects) {
		return List.copyOf(of(redirects).keySet());
	}

	/** What is the matter, for those with which something is; in one statement. */
	Map<Long, State> of(Collection<Redirect> redirects) {
		Set<String> paths = new HashSet<>();
		redirects.forEach((redirect) -> {
			paths.add(page(redirect.source()));
			paths.add(page(redirect.target()));
		});
		Set<String> pages = this.addresses.among(paths);
		Map<Long, State> states = new LinkedHashMap<>();
		redirects.forEach((redirect) -> {
			if (pages.contains(page(redirect.source()))) {
				states.put(redirect.id(), State.LIVE);
			}
			else if (!isFile(redirect.target()) && !pages.contains(page(redirect.target()))) {
				states.put(redirect.id(), State.DEAD);
			}
		});
		return states;
	}

	private static String page(String address) {
		return Address.of(address).map(Address::path).orElse(address);
	}

	private static boolean isFile(String address) {
		return Address.of(address).map(Address::isFile).orElse(false);
	}

	/** What can be the matter. */
	enum State {

		/** A page stands at the source. */
		LIVE,
		/** No page stands where it leads. */
		DEAD

	}

}
