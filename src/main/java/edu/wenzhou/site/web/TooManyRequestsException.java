package edu.wenzhou.site.web;

import java.time.Duration;

/** Somebody asks more often than is good for others; answered with 429. */
public class TooManyRequestsException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final Duration wait;

	/**
	 * @param wait how long they should wait
	 */
	public TooManyRequestsException(Duration wait) {
		super(null, null, false, false);
		this.wait = wait;
	}

	Duration getWait() {
		return this.wait;
	}

}
