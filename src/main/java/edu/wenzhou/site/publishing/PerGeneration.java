package edu.wenzhou.site.publishing;

import java.util.function.Predicate;
import java.util.function.Supplier;

import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Something that each node keeps until the site's generation is another one: what people
 * change holds for the next reader on every node. A transaction that may change
 * something, such as that of a preview, sees what it has changed and leaves nothing
 * behind.
 *
 * @param <T> what is kept; never changed once it is read
 */
public final class PerGeneration<T> {

	private final SiteGeneration generation;

	private final Predicate<T> holds;

	private volatile Kept<T> kept;

	public PerGeneration(SiteGeneration generation) {
		this(generation, (value) -> true);
	}

	/**
	 * For what changes by itself, too.
	 * @param holds whether what was read is still so
	 */
	public PerGeneration(SiteGeneration generation, Predicate<T> holds) {
		this.generation = generation;
		this.holds = holds;
	}

	/**
	 * One short statement for all that a request asks for, and those of the reader if
	 * there is something new.
	 */
	public T get(Supplier<T> reader) {
		if (TransactionSynchronizationManager.isActualTransactionActive()
				&& !TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
			return reader.get();
		}
		// First the number: what is read after it may be newer, never older
		long number = this.generation.ofRequest();
		Kept<T> known = this.kept;
		if (known == null || known.number() != number || !this.holds.test(known.value())) {
			known = new Kept<>(number, reader.get());
			this.kept = known;
		}
		return known.value();
	}

	private record Kept<T>(long number, T value) {

	}

}
