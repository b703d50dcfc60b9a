package edu.wenzhou.site.fact;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;

import edu.wenzhou.site.publishing.Problem;
import edu.wenzhou.site.publishing.TextCheck;
import org.springframework.stereotype.Component;

/**
 * Texts name figures by their codes; a code that there is not would show as it stands.
 */
@Component
class FigureReferences implements TextCheck {

	private final FactRepository facts;

	FigureReferences(FactRepository facts) {
		this.facts = facts;
	}

	@Override
	public List<Problem> check(String field, String text) {
		List<Problem> problems = new ArrayList<>();
		Set<String> known = null;
		Matcher reference = FigureBook.REFERENCE.matcher(text);
		while (reference.find()) {
			if (reference.group(1) != null) {
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
