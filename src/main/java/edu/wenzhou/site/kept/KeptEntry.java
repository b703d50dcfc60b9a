package edu.wenzhou.site.kept;

/** An entry of a list that people keep. */
public interface KeptEntry {

	long id();

	/** Raised with every change. */
	long version();

	/** What it is called where it has one line. */
	String name();

	/** Who changed it last; empty for what came with the site. */
	String changedBy();

	String changedAt();

}
