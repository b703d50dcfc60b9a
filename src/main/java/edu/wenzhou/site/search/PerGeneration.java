package edu.wenzhou.site.search;

import java.util.function.Supplier;

import edu.wenzhou.site.publishing.SiteGeneration;

/**
 * Something that each node keeps until the site's generation is another one: what people
 * change holds for the next search on every node.
 *
 * @param <T> what is kept; never changed once it is read
 */
final class PerGeneration<T> {

	private final SiteGeneration generation;

	private final Supplier<T> reader;

	private volatile Kept<T> kept;

	PerGeneration(SiteGeneration generation, Supplier<T> reader) {
		this.generation = generation;
		this.reader = reader;
	}

	T get() {
		// First the number: what is read after it may be newer, never older
		long number = this.generation.number();
		Kept<T> known = this.kept;
		if (known == null || known.number() != number) {
			known = new Kept<>(number, this.reader.get());
			this.kept = known;
		}
		return known.value();
	}

	private record Kept<T>(long number, T value) {

	}

}
