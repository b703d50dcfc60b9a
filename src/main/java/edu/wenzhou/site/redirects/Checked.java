package edu.wenzhou.site.redirects;

import org.springframework.validation.Errors;

/**
 * A redirect as somebody typed it, and what can be kept of it. A problem is the end of a
 * message key, {@code staff.redirects.source.<problem>} or
 * {@code staff.redirects.target.<problem>}; null where there is none.
 *
 * @param source null where it has a problem
 * @param target the last address in a row of them; null where it has a problem
 */
record Checked(String source, String sourceProblem, String target, String targetProblem) {

	/** Says on the form what is wrong. */
	void reject(Errors errors) {
		if (this.sourceProblem != null) {
			errors.rejectValue("source", "staff.redirects.source." + this.sourceProblem);
		}
		if (this.targetProblem != null) {
			errors.rejectValue("target", "staff.redirects.target." + this.targetProblem);
		}
	}

}
