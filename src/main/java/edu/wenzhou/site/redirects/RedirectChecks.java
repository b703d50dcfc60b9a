package edu.wenzhou.site.redirects;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import edu.wenzhou.site.web.Address;
import edu.wenzhou.site.web.CollegeProperties;
import edu.wenzhou.site.web.FormerAddresses.Answer;
import edu.wenzhou.site.web.Moves;
import edu.wenzhou.site.web.PublicAddresses;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/**
 * Whether a redirect does any good: from an address at which nothing stands to one that
 * opens now, in one step, and never out of the site.
 */
@Component
class RedirectChecks {

	private static final int LONGEST_TARGET = 1000;

	private static final Pattern WITH_HOST = Pattern.compile("(?i)https?://([^/?#]*)([/?#].*)?");

	/** Not for the public, or secret. */
	private static final String CLOSED = "/(staff|preview|error|actuator|livez|readyz)([/.].*)?";

	private static final Pattern TARGET = Pattern
		.compile("(/[^/?#\\\\;\\s\"<>{}|^`][^?#\\\\;\\s\"<>{}|^`]*|/)(\\?[^#\\\\\\s\"<>{}|^`]*)?(#[\\w.~%-]*)?");

	/** A percent sign that encodes nothing. */
	private static final Pattern BROKEN = Pattern.compile("%(?![0-9A-Fa-f]{2})");

	private final Moves moves;

	private final PublicAddresses addresses;

	private final String host;

	RedirectChecks(Moves moves, PublicAddresses addresses, CollegeProperties properties) {
		this.moves = moves;
		this.addresses = addresses;
		this.host = withoutWww(URI.create(properties.url("/")).getAuthority());
	}

	/**
	 * Looks at a redirect.
	 * @param from as typed; an address of this site may come with its host
	 * @param to as typed
	 * @param opens whether a visitor would get anything at an address
	 */
	Checked check(String from, String to, Predicate<String> opens) {
		return check(from, to, Map.of(), this.addresses::answers, opens);
	}

	/**
	 * Looks at one of a list of redirects.
	 * @param others sources and targets of the list, as typed
	 * @param stands whether something stands at a path
	 */
	Checked check(String from, String to, Map<String, String> others, Predicate<String> stands,
			Predicate<String> opens) {
		String source = local(from);
		String sourceProblem = sourceProblem(from, source, stands, opens);
		String found = (sourceProblem == null) ? Redirect.source(Address.of(source).orElseThrow()) : null;
		Target target = target(to, new Look(found, others, stands, opens), new HashSet<>());
		return new Checked(found, sourceProblem, target.address(), target.problem());
	}

	/** The paths that matter for that address, without language. */
	Set<String> paths(String typed) {
		String local = local(typed);
		return Address.of((local != null) ? local : "")
			.map((address) -> Set.copyOf(List.of(address.path(), address.bare())))
			.orElse(Set.of());
	}

	private String sourceProblem(String typed, String source, Predicate<String> stands, Predicate<String> opens) {
		if (typed.isBlank()) {
			return "empty";
		}
		Address address = (source != null) ? Address.of(source).orElse(null) : null;
		if (address == null) {
			return (source != null) ? "form" : "host";
		}
		if (Redirect.source(address).length() > Redirect.LONGEST_SOURCE) {
			return "long";
		}
		if (address.bare().matches(CLOSED)) {
			return "closed";
		}
		boolean live = isPage(address, stands) || stands.test(address.bare())
				|| address.isFile() && opens.test(UriUtils.encodePath(address.spelled(), StandardCharsets.UTF_8));
		return live ? "live" : null;
	}

	private static boolean isPage(Address address, Predicate<String> stands) {
		return !address.isFile() && stands.test(address.path());
	}

	private Target target(String typed, Look look, Set<String> seen) {
		if (typed.isBlank()) {
			return Target.wrong("empty");
		}
		String to = local(typed);
		if (to == null) {
			return Target.wrong("host");
		}
		Matcher parts = TARGET.matcher(to);
		Address address = parts.matches() ? Address.of(to).orElse(null) : null;
		if (address == null || to.contains("//") || BROKEN.matcher(to).find()) {
			return Target.wrong("form");
		}
		if (to.length() > LONGEST_TARGET) {
			return Target.wrong("long");
		}
		if (address.bare().matches(CLOSED)) {
			return Target.wrong("closed");
		}
		if (Redirect.sources(address).contains(look.source()) || !seen.add(Redirect.source(address))) {
			return Target.wrong("circle");
		}
		String rest = either(parts.group(2)) + either(parts.group(3));
		if (isPage(address, look.stands())) {
			String page = address.canonical() + rest;
			return (parts.group(2) == null || look.opens().test(page)) ? Target.at(page) : Target.wrong("dead");
		}
		Optional<String> next = Redirect.sources(address).stream().filter(look.others()::containsKey).findFirst();
		if (next.isPresent()) {
			return target(look.others().get(next.get()), look, seen);
		}
		return this.moves.from(address)
			.map((answer) -> moved(answer, look.source()))
			.orElseGet(() -> look.opens().test(Target.at(to).address()) ? Target.at(to) : Target.wrong("dead"));
	}

	private static Target moved(Answer answer, String source) {
		if (answer.movedTo() == null) {
			return Target.wrong("gone");
		}
		boolean circle = Redirect.sources(Address.of(answer.movedTo()).orElseThrow()).contains(source);
		return circle ? Target.wrong("circle") : Target.at(answer.movedTo());
	}

	/** Without the host, if that is ours; null for one of somebody else. */
	private String local(String typed) {
		String text = typed.strip();
		Matcher parts = WITH_HOST.matcher(text);
		if (!parts.matches()) {
			return text;
		}
		if (!withoutWww(parts.group(1)).equals(this.host)) {
			return null;
		}
		String rest = either(parts.group(2));
		return rest.startsWith("/") ? rest : "/" + rest;
	}

	private static String withoutWww(String host) {
		return host.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
	}

	private static String either(String text) {
		return (text != null) ? text : "";
	}

	/** What a target is looked at with; the source is null where that is wrong itself. */
	private record Look(String source, Map<String, String> others, Predicate<String> stands, Predicate<String> opens) {

	}

	/** Where a redirect leads, or why it can't lead there. */
	private record Target(String address, String problem) {

		static Target at(String address) {
			// What is not ASCII is encoded there
			return new Target(new Answer(address).movedTo(), null);
		}

		static Target wrong(String problem) {
			return new Target(null, problem);
		}

	}

}
