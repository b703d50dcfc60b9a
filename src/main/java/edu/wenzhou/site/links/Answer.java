package edu.wenzhou.site.links;

/**
 * What came of asking for an address.
 *
 * @param outcome what it means
 * @param status the last one; null where no answer came, or nobody was asked
 * @param end where redirects led to; null where there were none or the end is not known
 */
record Answer(Outcome outcome, Integer status, Destination end) {

	static Answer of(Outcome outcome) {
		return new Answer(outcome, null, null);
	}

	/** What an answer means for the readers of a link. */
	enum Outcome {

		/** It opens. */
		OPEN,
		/** It does not. */
		BROKEN,
		/**
		 * Nobody can say: it leads into a network of its own, is no address to us, or the
		 * server shows itself to browsers alone.
		 */
		UNKNOWN

	}

}
