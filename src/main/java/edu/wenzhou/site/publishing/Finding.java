package edu.wenzhou.site.publishing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import edu.wenzhou.site.text.Spot;

/**
 * Something in a text that must not be published, or not before somebody has said why it
 * may.
 *
 * @param text where it is
 * @param forbidden whether no reason will do
 * @param rule that found it
 * @param subject what was found, as reviews and the record may keep it: personal data
 * only masked
 * @param key of the message; it gets whether it is in a file, the file's name, how many
 * spots there are, the spots, and then the arguments
 * @param args of the message
 * @param spots all of them
 */
public record Finding(ReadText text, boolean forbidden, String rule, String subject, String key, List<Object> args,
		List<Spot> spots) {

	/** More would not be read; their number is said. */
	private static final int SHOWN = 20;

	Problem problem() {
		List<Object> all = new ArrayList<>(List.of((this.text.file() != null) ? 1 : 0,
				(this.text.file() != null) ? this.text.file() : "", this.spots.size(), spotsShown()));
		all.addAll(this.args);
		return new Problem(this.text.field(), this.key, all);
	}

	private String spotsShown() {
		String shown = this.spots.stream().limit(SHOWN).map(Spot::toString).collect(Collectors.joining("、"));
		return (this.spots.size() > SHOWN) ? shown + "……" : shown;
	}

}
