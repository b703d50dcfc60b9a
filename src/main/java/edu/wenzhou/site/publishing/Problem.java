package edu.wenzhou.site.publishing;

import java.util.List;

/**
 * Why something can't be published as it is.
 *
 * @param field the form's field
 * @param key of the message that says what to do
 * @param args of the message
 */
public record Problem(String field, String key, List<Object> args) {

	public static Problem of(String field, String key, Object... args) {
		return new Problem(field, key, List.of(args));
	}

}
