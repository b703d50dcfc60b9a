package edu.wenzhou.site.fact;

import java.util.List;
import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Reads all figures at once (one SQL statement) for a page of one language. */
@Component
public class Figures {

	/** The type of content that figures are. */
	public static final String TYPE = "figure";

	private final FactRepository facts;

	private final MessageSource messages;

	Figures(FactRepository facts, MessageSource messages) {
		this.facts = facts;
		this.messages = messages;
	}

	/** Every figure, in the order of the figures page. */
	public FigureBook in(Locale locale) {
		List<Fact> all = this.facts.findAllWithSources();
		return new FigureBook(all, this.messages, locale);
	}

}
