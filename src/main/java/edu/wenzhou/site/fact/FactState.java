package edu.wenzhou.site.fact;

/** How far a published figure or text can be relied on. */
public enum FactState {

	/** Stands so in the source. */
	CONFIRMED,

	/** A word of its sentence was masked and restored; the college has to confirm it. */
	TO_CONFIRM,

	/** Two places of the source disagree; the more detailed one is shown. */
	CONFLICTING

}
