package edu.wenzhou.site.publishing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;

import edu.wenzhou.site.text.Spot;

/**
 * What has to be answered with a reason before a text is published as it is.
 *
 * @param key the same as long as the same is found in the same place, so that a reason
 * holds for what it was given for and for nothing else
 * @param rule that asks
 * @param subject what was found, as it may be kept
 * @param problem what people are told
 */
record Question(String key, String rule, String subject, Problem problem) {

	/** What the parameter of a reason begins with. */
	static final String REASON = "reason_";

	/** In hexadecimal digits. */
	private static final int KEY = 24;

	static Question of(Finding finding) {
		String what = finding.text().field() + '\n' + finding.text().file() + '\n' + finding.rule() + '\n'
				+ finding.subject() + '\n'
				+ finding.spots().stream().map(Spot::found).sorted().collect(Collectors.joining("\n"));
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(what.getBytes(StandardCharsets.UTF_8));
			return new Question(HexFormat.of().formatHex(hash).substring(0, KEY), finding.rule(), finding.subject(),
					finding.problem());
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The parameter, and the field, of the reason. */
	public String reason() {
		return REASON + this.key;
	}

}
