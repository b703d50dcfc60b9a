package edu.wenzhou.site.wording;

/** What happens to a text with a word of the list; the names are stored. */
public enum Severity {

	/** It is not published, whatever anybody says. */
	MUST_NOT,
	/** Whoever hands it in gives a reason. */
	ASK

}
