package edu.wenzhou.site.search;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import edu.wenzhou.site.kept.KeptForm;
import edu.wenzhou.site.web.Language;
import org.springframework.validation.Errors;

/**
 * A query and its pages, as typed.
 *
 * @param pages an address a line, as a path or as browsers show it
 * @param version of the entry that the person saw; empty for a new one
 */
record BestBetForm(String query, String pages, String version) implements KeptForm<BestBet, BestBetForm> {

	static final int MOST = 5;

	BestBetForm {
		query = (query != null) ? query.replaceAll("[\\p{C}\\p{Z}]+", " ").strip() : "";
		pages = (pages != null) ? pages.replaceAll("\\r\\n?", "\n").replaceAll("[\\p{C}&&[^\\n]]", "").strip() : "";
		version = (version != null) ? version : "";
	}

	static BestBetForm of(BestBet bet) {
		return new BestBetForm(bet.query(),
				bet.pages().stream().map(BestBet.Target::path).collect(Collectors.joining("\n")),
				String.valueOf(bet.version()));
	}

	@Override
	public BestBetForm over(BestBet now) {
		return new BestBetForm(this.query, this.pages, String.valueOf(now.version()));
	}

	/**
	 * The pages' paths; or nothing, and the errors say why.
	 * @param baseUrl of this site
	 */
	Optional<List<String>> read(String baseUrl, Errors errors) {
		int length = Folded.of(this.query).length();
		if (this.query.isEmpty()) {
			errors.rejectValue("query", "staff.search.bet.query.missing");
		}
		else if (length == 0) {
			errors.rejectValue("query", "staff.search.bet.query.sign");
		}
		else if (Math.max(length, this.query.codePointCount(0, this.query.length())) > Query.LONGEST) {
			errors.rejectValue("query", "staff.search.bet.query.long", new Object[] { Query.LONGEST }, null);
		}
		List<String> paths = this.pages.lines()
			.map(String::strip)
			.filter((line) -> !line.isEmpty())
			.map((line) -> path(line, baseUrl))
			.distinct()
			.toList();
		if (paths.isEmpty()) {
			errors.rejectValue("pages", "staff.search.bet.pages.missing");
		}
		else if (paths.size() > MOST) {
			errors.rejectValue("pages", "staff.search.bet.pages.many", new Object[] { MOST }, null);
		}
		return errors.hasErrors() ? Optional.empty() : Optional.of(paths);
	}

	/** What is no address of this site stays as it is, and is then no page of it. */
	private static String path(String address, String baseUrl) {
		String rest = address.startsWith(baseUrl + "/") || address.equals(baseUrl) ? address.substring(baseUrl.length())
				: address;
		rest = rest.replaceFirst("#.*", "").replaceFirst("/+$", "");
		rest = rest.isEmpty() ? "/" : rest;
		return Language.at(rest).path(rest);
	}

}
