package edu.wenzhou.site.delivery;

import java.util.List;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** What is kept in memory. When it is full, what is asked for least goes first. */
class Renditions {

	private final Cache<String, Rendition> kept;

	/**
	 * @param bytes that they may take
	 */
	Renditions(long bytes) {
		this.kept = Caffeine.newBuilder()
			.maximumWeight(bytes)
			.weigher((String key, Rendition rendition) -> rendition.weight())
			.build();
	}

	/** Null for what is not kept. */
	Rendition get(String key) {
		return this.kept.getIfPresent(key);
	}

	void put(Rendition rendition) {
		this.kept.put(rendition.key(), rendition);
	}

	void remove(String key) {
		this.kept.invalidate(key);
	}

	/** The keys, those asked for most first. */
	List<String> mostAsked() {
		return this.kept.policy()
			.eviction()
			.map((eviction) -> List.copyOf(eviction.hottest(Integer.MAX_VALUE).keySet()))
			.orElseThrow();
	}

}
