package edu.wenzhou.site.push;

import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import edu.wenzhou.site.web.Language;

/**
 * A search engine, or several behind one address: how it is told, what its answers mean.
 */
interface Engine {

	/** As the tables name it. */
	String name();

	/** Whether it is told at all. */
	boolean isOn();

	/** Pages in these languages are told. */
	Set<Language> languages();

	/** How many addresses one request may hold. */
	int most();

	HttpRequest request(List<String> urls);

	/** What must never be shown or logged. */
	String secret();

	Verdict read(Reply reply, List<String> urls, Instant now);

	/**
	 * What comes of a request.
	 *
	 * @param outcome of all addresses but the refused ones
	 * @param refused addresses that it will never take
	 * @param resumeAt before that it wants to hear nothing; null where it said nothing
	 */
	record Verdict(Outcome outcome, Set<String> refused, Instant resumeAt) {

		static Verdict of(Outcome outcome) {
			return new Verdict(outcome, Set.of(), null);
		}

		Verdict notBefore(Instant moment) {
			return new Verdict(this.outcome, this.refused, moment);
		}

	}

	/** What became of an address. */
	enum Outcome {

		/** The engine has it. */
		SENT,
		/** The engine will never take it: asking again is no use. */
		FAILED,
		/** To be tried again. */
		LATER

	}

}
