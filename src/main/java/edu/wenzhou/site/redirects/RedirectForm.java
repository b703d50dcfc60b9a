package edu.wenzhou.site.redirects;

/**
 * A redirect as typed.
 *
 * @param version of the one that is changed
 */
record RedirectForm(String source, String target, String version) {

	RedirectForm {
		source = strip(source);
		target = strip(target);
	}

	static RedirectForm of(Redirect redirect) {
		return new RedirectForm(redirect.source(), redirect.target(), String.valueOf(redirect.version()));
	}

	long readVersion() {
		return String.valueOf(this.version).matches("[0-9]{1,18}") ? Long.parseLong(this.version) : -1;
	}

	RedirectForm withVersion(long version) {
		return new RedirectForm(this.source, this.target, String.valueOf(version));
	}

	private static String strip(String text) {
		return (text != null) ? text.replaceAll("\\p{C}", "").strip() : "";
	}

}
