package edu.wenzhou.site.publishing;

/**
 * The one rule of how long something is public, as a condition in SQL on a column
 * {@code expire_at} and the parameter {@code now}. The schedule takes away what no longer
 * fulfils it; until then the condition hides it.
 */
public final class Expiry {

	public static final String CURRENT = current("expire_at");

	private Expiry() {
	}

	/**
	 * The same for what the column is called elsewhere, such as in a query for entities.
	 */
	public static String current(String column) {
		return "(%1$s is null or %1$s > :now)".formatted(column);
	}

}
