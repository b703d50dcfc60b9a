package edu.wenzhou.site.publishing;

import java.util.List;
import java.util.Map;

/**
 * Whether something can be published as it is.
 *
 * @param problems what has to be changed first
 * @param questions what has to be answered first
 * @param unread names of attachments whose text nobody but people can read
 */
record Verdict(List<Problem> problems, List<Question> questions, List<String> unread) {

	/** What is still to be answered. */
	List<Question> open(Map<String, String> reasons) {
		return this.questions.stream()
			.filter((question) -> reasons.getOrDefault(question.key(), "").isBlank())
			.toList();
	}

	/**
	 * Does nothing if all is well.
	 * @param reasons by the keys of the questions
	 * @throws Refusal if something has to be changed or answered first
	 */
	void demand(Map<String, String> reasons) {
		if (!this.problems.isEmpty()) {
			throw new Refusal("staff.refusal.problems", this.problems);
		}
		List<Question> open = open(reasons);
		if (!open.isEmpty()) {
			throw new Refusal("staff.refusal.unanswered", open.stream().map(Question::problem).toList());
		}
	}

}
