package edu.wenzhou.site.web;

/** What was asked for is being made and not there yet: a 503, to be tried again. */
@SuppressWarnings("serial")
public class NotReadyException extends RuntimeException {

	public NotReadyException(String message) {
		super(message);
	}

}
