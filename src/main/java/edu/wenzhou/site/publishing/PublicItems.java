package edu.wenzhou.site.publishing;

import java.time.Clock;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All that is public, for whoever has to begin with everything. */
@Service
public class PublicItems {

	private final Publications publications;

	private final Clock clock;

	PublicItems(Publications publications, Clock clock) {
		this.publications = publications;
		this.clock = clock;
	}

	/**
	 * Calls for each item that is public now, the oldest first, in one transaction; they
	 * are never all in memory.
	 */
	@Transactional
	public void each(Consumer<PublicItem> consumer) {
		this.publications.each(this.clock.instant(), consumer);
	}

	/** The same for those that have a page, but for the items of one type. */
	@Transactional(readOnly = true)
	public void eachPageBut(String type, Consumer<PublicItem> consumer) {
		this.publications.eachPageBut(type, this.clock.instant(), consumer);
	}

	/**
	 * Calls for each page that an item has for itself, with its path and its title in
	 * Chinese; they are never all in memory.
	 */
	@Transactional(readOnly = true)
	public void titles(BiConsumer<String, String> consumer) {
		this.publications.titles(this.clock.instant(), consumer);
	}

}
