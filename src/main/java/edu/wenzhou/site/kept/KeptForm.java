package edu.wenzhou.site.kept;

/**
 * An entry as it was typed.
 *
 * @param <E> the entry
 * @param <F> this form
 */
public interface KeptForm<E extends KeptEntry, F> {

	/** Of the entry that the person saw; empty for a new one. */
	String version();

	/** The same over another state of the entry. */
	F over(E now);

	default long readVersion() {
		return version().matches("[0-9]{1,18}") ? Long.parseLong(version()) : -1;
	}

}
