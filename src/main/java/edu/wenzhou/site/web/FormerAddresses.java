package edu.wenzhou.site.web;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

import org.springframework.web.util.UriUtils;

/** Knows where things stood before. Asked only when nothing is found at an address. */
public interface FormerAddresses {

	/**
	 * What became of whatever stood at an address. It need not be followed any further:
	 * {@link Moves} asks again for where it leads.
	 * @return nothing if there never was one
	 */
	Optional<Answer> at(Address asked);

	/**
	 * What a visitor is told.
	 *
	 * @param movedTo the address where it stands now, with the language; null if it is
	 * gone
	 */
	record Answer(String movedTo) {

		/** Not to be found anywhere any more. */
		public static final Answer GONE = new Answer(null);

		private static final Pattern NOT_ASCII = Pattern.compile("[^!-~]+");

		public Answer {
			movedTo = (movedTo == null) ? null : NOT_ASCII.matcher(movedTo)
				.replaceAll((part) -> UriUtils.encode(part.group(), StandardCharsets.UTF_8));
		}

	}

}
