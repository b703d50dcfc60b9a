package edu.wenzhou.site.fact;

/**
 * How exact the source says a number is. The words around the number are messages
 * ({@code qualifier.<name>.before} and {@code .after}); a number is never rounded.
 */
public enum Qualifier {

	/** The number as it stands. */
	EXACT,

	/** A little less: 近900人. */
	NEARLY,

	/** More than: 超98%. */
	OVER,

	/** And some: 12000余人. */
	MORE,

	/** And several: 1000多家. */
	SOME,

	/** The source says both: 超1100余亩. */
	OVER_AND_MORE

}
