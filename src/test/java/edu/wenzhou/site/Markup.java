package edu.wenzhou.site;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import nu.validator.client.EmbeddedValidator;

/** The Nu Html Checker. */
final class Markup {

	private Markup() {
	}

	/** The checker reads its rules by recursion, deeper than most stacks. */
	private static final long STACK = 32 << 20;

	/** What is wrong with a page, a complaint a line; blank for nothing. */
	static String complaints(String html) {
		FutureTask<String> check = new FutureTask<>(() -> check(html));
		new Thread(null, check, "markup", STACK).start();
		try {
			return check.get();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex.getCause());
		}
	}

	private static String check(String html) {
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
