package edu.wenzhou.site.fact;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import edu.wenzhou.site.publishing.Problem;
import edu.wenzhou.site.publishing.TextCheck;
import org.springframework.stereotype.Component;

/**
 * Texts name figures by their codes; a code that there is not would show as it stands.
 */
@Component
class FigureReferences implements TextCheck {

	/**
	 * A code as people mistype it: in capitals, with a blank or a name, one bracket
	 * short.
	 */
	private static final Pattern MEANT = Pattern.compile("\\[\\[([\\p{L}\\p{N}_§. -]{1,60})]");

	private final FactRepository facts;

	FigureReferences(FactRepository facts) {
		this.facts = facts;
	}

	@Override
	public List<Problem> check(String field, String text) {
		List<Problem> problems = new ArrayList<>();
		Set<String> known = null;
		Matcher meant = MEANT.matcher(text);
		Matcher reference = FigureBook.REFERENCE.matcher(text);
		while (meant.find()) {
			reference.region(meant.start(), text.length());
			if (!reference.lookingAt()) {
				problems.add(Problem.of(field, "staff.problem.figure.unknown", meant.group(1)));
			}
			else if (reference.group(1) != null) {
				if (known == null) {
					known = new HashSet<>(this.facts.findCodes());
				}
				if (!known.contains(reference.group(1))) {
					problems.add(Problem.of(field, "staff.problem.figure.unknown", reference.group(1)));
				}
			}
		}
		return problems;
	}

}
