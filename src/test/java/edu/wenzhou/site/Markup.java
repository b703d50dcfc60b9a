package edu.wenzhou.site;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

import nu.validator.client.EmbeddedValidator;

/** The Nu Html Checker. */
final class Markup {

	/** It goes deep, deeper than the stack of a thread that is interpreted still. */
	private static final long STACK = 64 << 20;

	private Markup() {
	}

	/** What is wrong with a page, as text; blank if nothing is. */
	static String complaints(String html) {
		CompletableFuture<String> said = new CompletableFuture<>();
		new Thread(null, () -> {
			try {
				EmbeddedValidator validator = new EmbeddedValidator();
				validator.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
				validator.setNoStream(true);
				said.complete(validator.validate(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8))));
			}
			catch (Throwable ex) {
				said.completeExceptionally(ex);
			}
		}, "markup", STACK).start();
		return said.join();
	}

}
