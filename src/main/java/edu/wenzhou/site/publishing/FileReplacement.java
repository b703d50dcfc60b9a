package edu.wenzhou.site.publishing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import edu.wenzhou.site.media.LibraryFile;
import edu.wenzhou.site.publishing.VisibleText.Match;
import edu.wenzhou.site.text.RichText;
import org.springframework.web.util.HtmlUtils;

/**
 * A file of the library by another: in lists of files, and in bodies the pictures and the
 * links that name it. What a picture shows is said at the picture for lists, and at each
 * use for bodies; so there the new one's text is offered.
 */
record FileReplacement(LibraryFile from, LibraryFile to) implements Replacement {

	/** What is said of the old picture does not hold for the new one, nor its size. */
	private static final Pattern SAID = Pattern.compile("\\s+(?:alt|width|height)=\"([^\"]*)\"");

	private static final Pattern ALT = Pattern.compile("\\salt=\"([^\"]*)\"");

	@Override
	public String condition(Map<String, Object> parameters) {
		parameters.put("file", this.from.sha256());
		return "i.id in (select m.item_id from content_media m where m.sha256 = :file and not m.live)";
	}

	@Override
	public List<Place> places(ContentType type, Values values) {
		List<Place> places = new ArrayList<>();
		for (Field field : type.getFields()) {
			if (listed(field, values)) {
				places.add(new Place(field, 0, "", this.from.name(), this.to.name(), "", null));
			}
			else if (field.kind() == Kind.RICH) {
				String body = values.get(field.name());
				VisibleText visible = VisibleText.of(field.kind(), body);
				for (MatchResult use : uses(body)) {
					Match around = visible.around(use.start(), use.end());
					Matcher alt = ALT.matcher(use.group());
					String said = alt.find() ? HtmlUtils.htmlUnescape(alt.group(1)) : "";
					places.add(new Place(field, places(places, field), around.before(),
							said.isEmpty() ? this.from.name() : said, this.to.name(), around.after(),
							picture(use) ? this.to.alt(field.lang()) : null));
				}
			}
		}
		return places;
	}

	private static int places(List<Place> places, Field field) {
		return (int) places.stream().filter((place) -> place.field().equals(field)).count();
	}

	@Override
	public Values in(ContentType type, Values values, Map<String, String> chosen) {
		Values changed = values;
		for (Field field : type.getFields()) {
			if (listed(field, values)) {
				if (chosen.containsKey(field.name() + ".0")) {
					// Where the new one stands there already, it stays there once
					changed = changed.with(field.name(),
							values.lines(field.name())
								.stream()
								.map((line) -> line.equals(this.from.sha256()) ? this.to.sha256() : line)
								.distinct()
								.collect(Collectors.joining("\n")));
				}
			}
			else if (field.kind() == Kind.RICH) {
				changed = changed.with(field.name(), body(field, values.get(field.name()), chosen));
			}
		}
		return changed;
	}

	private String body(Field field, String body, Map<String, String> chosen) {
		StringBuilder value = new StringBuilder(body);
		List<MatchResult> uses = uses(body);
		for (int i = uses.size() - 1; i >= 0; i--) {
			String alt = chosen.get(field.name() + "." + i);
			if (alt != null) {
				MatchResult use = uses.get(i);
				value.replace(use.start(), use.end(),
						picture(use) ? written(use.group(), alt) : addressed(use.group()));
			}
		}
		return value.toString();
	}

	private String written(String picture, String alt) {
		String rest = SAID.matcher(addressed(picture)).replaceAll("");
		// The policy says how an attribute is written; it keeps this element
		return RichText
			.sanitize("<img alt=\"" + HtmlUtils.htmlEscape(alt, "UTF-8") + "\"" + rest.substring("<img".length()));
	}

	private String addressed(String tag) {
		return Pattern.compile(address()).matcher(tag).replaceAll(Matcher.quoteReplacement(this.to.address()));
	}

	private String address() {
		return "/media/" + this.from.sha256() + "/[^\"#?]*";
	}

	/** Pictures and links, as {@code RichText} writes them. */
	private List<MatchResult> uses(String body) {
		return Pattern.compile("<(?:img|a)\\s(?:[^<>]*?\\s)?(?:src|href)=\"" + address() + "[^<>]*>")
			.matcher(body)
			.results()
			.toList();
	}

	private static boolean picture(MatchResult use) {
		return use.group().startsWith("<img");
	}

	private boolean listed(Field field, Values values) {
		return field.isOfFiles() && values.lines(field.name()).contains(this.from.sha256());
	}

	@Override
	public String note() {
		return "%s → %s".formatted(this.from.name(), this.to.name());
	}

	@Override
	public Map<String, ?> details() {
		return Map.of("find", this.from.name(), "with", this.to.name(), "sha256", this.to.sha256());
	}

}
