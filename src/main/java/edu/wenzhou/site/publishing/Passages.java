package edu.wenzhou.site.publishing;

/** The passages of the source texts, for fields that quote them. */
public interface Passages {

	/** How often a text stands in the sources, each time within one sentence. */
	int count(String quote);

	/**
	 * The passage of a text that stands in the sources once, stored if it was not yet.
	 * @return the id of the row that holds it
	 */
	long id(String quote);

}
