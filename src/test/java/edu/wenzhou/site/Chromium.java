package edu.wenzhou.site;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.microsoft.playwright.impl.driver.Driver;

/**
 * The Chromium that the browser tests drive, and what it takes to have one.
 * <ol>
 * <li>One on the PATH or in {@code /usr/bin}: {@code chromium-headless-shell}, which is
 * quicker, {@code chromium}, {@code chromium-browser}, {@code google-chrome} or
 * {@code google-chrome-stable}. Nothing is downloaded.</li>
 * <li>Without one, root on a Debian: the tests install the packages
 * {@code chromium-headless-shell}, or {@code chromium} where there is none, and
 * {@code fonts-noto-cjk}. The fonts they install also where only those are missing,
 * because pages of empty boxes prove nothing.</li>
 * <li>Elsewhere Playwright downloads its own.</li>
 * <li>Where that fails too, so do the tests, with a message that says what to
 * install.</li>
 * </ol>
 * Node.js is not needed: Playwright's driver brings its own.
 */
final class Chromium {

	private static final List<String> NAMES = List.of("chromium-headless-shell", "chromium", "chromium-browser",
			"google-chrome", "google-chrome-stable");

	private Chromium() {
	}

	/** The browser to start; empty for the one that Playwright has downloaded. */
	static Optional<Path> find() {
		return Programs.oneAtATime(Chromium::findOrInstall);
	}

	private static Optional<Path> findOrInstall() {
		boolean fonts = Programs.onPath("fc-list").isEmpty()
				|| !Programs.run(10, List.of("fc-list", ":lang=zh")).output().isBlank();
		String attempts = "";
		if (onPath().isEmpty() || !fonts) {
			attempts = Programs.install("chromium-headless-shell", "fonts-noto-cjk");
			if (!attempts.isEmpty()) {
				attempts = Programs.install("chromium", "fonts-noto-cjk");
			}
		}
		Optional<Path> installed = onPath();
		if (installed.isPresent()) {
			return installed;
		}
		Programs.Result download = Programs.run(300,
				Driver.ensureDriverInstalled(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"), true)
					.createProcessBuilder(),
				List.of("install", "chromium"));
		if (download.succeeded()) {
			return Optional.empty();
		}
		throw new IllegalStateException("""
				The browser tests need Chromium and found none. Install it so that one of %s is on the PATH, \
				on Debian with: apt-get install chromium fonts-noto-cjk
				%sPlaywright's own download failed:
				%s""".formatted(NAMES, attempts, download.output()));
	}

	private static Optional<Path> onPath() {
		return NAMES.stream().flatMap((name) -> Programs.onPath(name).stream()).findFirst();
	}

}
