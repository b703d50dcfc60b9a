package edu.wenzhou.site.fact;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;

import edu.wenzhou.site.publishing.Mentions;
import org.springframework.stereotype.Component;

/** Texts name figures by their codes. */
@Component
class FigureMentions implements Mentions {

	@Override
	public String type() {
		return Figures.TYPE;
	}

	@Override
	public Set<String> in(String text) {
		Set<String> codes = new LinkedHashSet<>();
		Matcher reference = FigureBook.REFERENCE.matcher(text);
		while (reference.find()) {
			if (reference.group(1) != null) {
				codes.add(reference.group(1));
			}
		}
		return codes;
	}

}
