package edu.wenzhou.site.publishing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import edu.wenzhou.site.publishing.Replacing.Choice;
import edu.wenzhou.site.publishing.Replacing.Found;
import edu.wenzhou.site.publishing.Replacing.Row;
import edu.wenzhou.site.publishing.Revision.Base;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * What was ticked on a page of places, as the form sends it: {@code item} holds an item
 * and the text in which it was found, {@code place} an item and a place in it,
 * {@code alt-<place>} the text that goes with that one.
 */
final class ReplaceChoices {

	private static final Pattern ITEM = Pattern.compile("([0-9]{1,18})-([0-9]{1,18})-([0-9a-f]{64})");

	private static final Pattern PLACE = Pattern.compile("([0-9]{1,18})\\.([a-z_]{1,60}\\.[0-9]{1,6})");

	private static final String ALT = "alt-";

	private final List<Choice> choices;

	private final Set<String> ticked;

	private final Map<String, String> alts;

	private ReplaceChoices(List<Choice> choices, Set<String> ticked, Map<String, String> alts) {
		this.choices = choices;
		this.ticked = ticked;
		this.alts = alts;
	}

	/**
	 * Reads the form.
	 * @throws ResponseStatusException with 400 for what no page of ours sends
	 */
	static ReplaceChoices of(HttpServletRequest request) {
		Map<Long, Map<String, String>> places = new HashMap<>();
		Set<String> ticked = new HashSet<>();
		Map<String, String> alts = new HashMap<>();
		request.getParameterMap().forEach((name, values) -> {
			if (name.startsWith(ALT)) {
				alts.put(name.substring(ALT.length()), values[0].replaceAll("\\p{Cc}", " ").strip());
			}
		});
		for (String sent : values(request, "place", 2 * Replacing.PLACES)) {
			Matcher place = matched(PLACE, sent);
			ticked.add(sent);
			places.computeIfAbsent(Long.valueOf(place.group(1)), (item) -> new HashMap<>())
				.put(place.group(2), alts.getOrDefault(sent, ""));
		}
		List<Choice> choices = new ArrayList<>();
		for (String sent : values(request, "item", Replacing.ITEMS)) {
			Matcher item = matched(ITEM, sent);
			Map<String, String> chosen = places.remove(Long.valueOf(item.group(1)));
			if (chosen != null) {
				choices.add(new Choice(Long.parseLong(item.group(1)),
						new Base(Long.parseLong(item.group(2)), item.group(3)), chosen));
			}
		}
		if (!places.isEmpty()) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
		}
		return new ReplaceChoices(choices, ticked, alts);
	}

	private static List<String> values(HttpServletRequest request, String name, int most) {
		String[] sent = request.getParameterValues(name);
		if (sent != null && sent.length > most) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
		}
		return (sent != null) ? List.of(sent) : List.of();
	}

	private static Matcher matched(Pattern pattern, String sent) {
		Matcher matcher = pattern.matcher(sent);
		if (!matcher.matches()) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
		}
		return matcher;
	}

	List<Choice> choices() {
		return this.choices;
	}

	Set<String> ticked() {
		return this.ticked;
	}

	/** The texts that were typed, by place, whether it was ticked or not. */
	Map<String, String> alts() {
		return this.alts;
	}

	/**
	 * What is ticked before anybody has looked: everything that nobody else is working
	 * on.
	 */
	static Set<String> offered(Found found) {
		Set<String> offered = new HashSet<>();
		found.rows()
			.stream()
			.filter((row) -> !row.isHeld() && row.others().isEmpty())
			.flatMap(ReplaceChoices::keys)
			.forEach(offered::add);
		return offered;
	}

	private static Stream<String> keys(Row row) {
		return row.places().stream().map((place) -> row.item().id() + "." + place.key());
	}

}
