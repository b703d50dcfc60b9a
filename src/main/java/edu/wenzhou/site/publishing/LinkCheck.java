package edu.wenzhou.site.publishing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import edu.wenzhou.site.web.Address;
import edu.wenzhou.site.web.Moves;
import org.jsoup.Jsoup;
import org.springframework.stereotype.Component;

/**
 * Links of a body to this site lead to a page that the public can open now, if need be by
 * way of another. Files are left out, since they become public with what offers them.
 */
@Component
class LinkCheck {

	private final Moves moves;

	LinkCheck(Moves moves) {
		this.moves = moves;
	}

	List<Problem> check(ContentType type, Values values) {
		return type.getFields()
			.stream()
			.filter((field) -> field.kind() == Kind.RICH)
			.flatMap((field) -> problems(field.name(), values.get(field.name())))
			.toList();
	}

	private Stream<Problem> problems(String field, String body) {
		return Jsoup.parseBodyFragment(body)
			.select("a[href^=/]:not([href^=//])")
			.eachAttr("href")
			.stream()
			.distinct()
			.filter((href) -> !leadsSomewhere(href))
			.map((href) -> Problem.of(field, "staff.problem.link", href));
	}

	private boolean leadsSomewhere(String href) {
		Optional<Address> address = Address.of(href);
		return address.isPresent() && (address.get().isFile() || this.moves.isPage(address.get())
				|| this.moves.from(address.get()).filter((answer) -> answer.movedTo() != null).isPresent());
	}

}
