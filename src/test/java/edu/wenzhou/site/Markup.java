package edu.wenzhou.site;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

import nu.validator.client.EmbeddedValidator;

/** The Nu Html Checker. */
final class Markup {

	private Markup() {
	}

	/** What is wrong with a page, a complaint a line; blank for nothing. */
	static String complaints(String html) {
		try {
			EmbeddedValidator validator = new EmbeddedValidator();
			validator.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
			validator.setNoStream(true);
			return validator.validate(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

}
