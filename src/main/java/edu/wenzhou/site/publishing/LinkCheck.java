package edu.wenzhou.site.publishing;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import edu.wenzhou.site.web.Address;
import edu.wenzhou.site.web.Moves;
import edu.wenzhou.site.web.PublicAddresses;
import org.jsoup.Jsoup;
import org.springframework.stereotype.Component;

/**
 * Links of a text to this site lead to a page that the public can open now, if need be by
 * way of another, or to the page that the text itself will be on. Files are left out,
 * since they become public with what offers them.
 */
@Component
class LinkCheck {

	private final PublicAddresses addresses;

	private final Moves moves;

	LinkCheck(PublicAddresses addresses, Moves moves) {
		this.addresses = addresses;
		this.moves = moves;
	}

	/**
	 * The links of all bodies. One statement, however many they are, and some more for
	 * each that leads to no page.
	 */
	List<Problem> check(ContentType type, Values values) {
		List<Link> links = type.getFields()
			.stream()
			.filter((field) -> field.kind() == Kind.RICH)
			.flatMap((field) -> links(field.name(), values.get(field.name())))
			.toList();
		if (links.isEmpty()) {
			return List.of();
		}
		Set<String> open = new HashSet<>(this.addresses.among(links.stream()
			.flatMap((link) -> link.address().stream())
			.filter((address) -> !address.isFile())
			.map(Address::path)
			.collect(Collectors.toSet())));
		Address.of(type.path(values)).map(Address::path).ifPresent(open::add);
		return links.stream()
			.filter((link) -> !leadsSomewhere(link, open))
			.map((link) -> Problem.of(link.field(), "staff.problem.link", link.href()))
			.toList();
	}

	private static Stream<Link> links(String field, String body) {
		return Jsoup.parseBodyFragment(body)
			.select("a[href^=/]:not([href^=//])")
			.eachAttr("href")
			.stream()
			.distinct()
			.map((href) -> new Link(field, href, Address.of(href)));
	}

	private boolean leadsSomewhere(Link link, Set<String> open) {
		return link.address()
			.filter((address) -> address.isFile() || open.contains(address.path())
					|| this.moves.from(address).filter((answer) -> answer.movedTo() != null).isPresent())
			.isPresent();
	}

	/**
	 * A link within the site.
	 *
	 * @param address empty for what can be none
	 */
	private record Link(String field, String href, Optional<Address> address) {

	}

}
