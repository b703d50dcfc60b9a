package edu.wenzhou.site.publishing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import edu.wenzhou.site.publishing.VisibleText.Match;

/**
 * A word or phrase by another, in what readers see. Passages of the sources stay as they
 * are, since they are quotations, and so does what names an item in addresses.
 *
 * @param find never empty
 * @param with empty as long as nobody said by what
 */
record WordReplacement(String find, String with) implements Replacement {

	/** In characters; a sentence, not a paragraph. */
	static final int LONGEST = 100;

	@Override
	public String condition(Map<String, Object> parameters) {
		parameters.put("plain", this.find);
		parameters.put("rich", VisibleText.written(Kind.RICH, this.find));
		return """
				exists (select from jsonb_each_text(v.payload) f
				  where strpos(f.value, :plain) > 0 or strpos(f.value, :rich) > 0)""";
	}

	@Override
	public List<Place> places(ContentType type, Values values) {
		List<Place> places = new ArrayList<>();
		for (Field field : type.getFields()) {
			List<Match> matches = matches(type, field, values);
			for (int i = 0; i < matches.size(); i++) {
				Match match = matches.get(i);
				places.add(new Place(field, i, match.before(), match.seen(), this.with, match.after(), null));
			}
		}
		return places;
	}

	@Override
	public Values in(ContentType type, Values values, Map<String, String> chosen) {
		Values changed = values;
		for (Field field : type.getFields()) {
			List<Match> matches = matches(type, field, values);
			StringBuilder value = new StringBuilder(values.get(field.name()));
			for (int i = matches.size() - 1; i >= 0; i--) {
				if (chosen.containsKey(field.name() + "." + i)) {
					value.replace(matches.get(i).from(), matches.get(i).to(),
							VisibleText.written(field.kind(), this.with));
				}
			}
			changed = changed.with(field.name(), value.toString());
		}
		return changed;
	}

	private List<Match> matches(ContentType type, Field field, Values values) {
		boolean searched = field.kind().isText() && !field.name().equals(type.slugField());
		return searched ? VisibleText.of(field.kind(), values.get(field.name())).find(this.find) : List.of();
	}

	@Override
	public String note() {
		return "“%s” → “%s”".formatted(this.find, this.with);
	}

	@Override
	public Map<String, ?> details() {
		return Map.of("find", this.find, "with", this.with);
	}

}
