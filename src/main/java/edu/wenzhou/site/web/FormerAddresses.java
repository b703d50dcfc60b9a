package edu.wenzhou.site.web;

import java.util.Optional;

/** Knows where pages stood before. Asked only when nothing is found at an address. */
public interface FormerAddresses {

	/**
	 * What became of the page at a path.
	 * @param path without language
	 * @return nothing if there never was one
	 */
	Optional<Answer> at(String path);

	/**
	 * What a visitor is told.
	 *
	 * @param movedTo the path where it stands now; null if it is gone
	 */
	record Answer(String movedTo) {

	}

}
