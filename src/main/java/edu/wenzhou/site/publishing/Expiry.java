package edu.wenzhou.site.publishing;

/**
 * The one rule of how long something is public, as a condition in SQL on a column
 * {@code expire_at} and the parameter {@code now}. The schedule takes away what no longer
 * fulfils it; until then the condition hides it.
 */
public final class Expiry {

	public static final String CURRENT = "(expire_at is null or expire_at > :now)";

	private Expiry() {
	}

}
