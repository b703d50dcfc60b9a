package edu.wenzhou.site.publishing;

import java.util.List;

/** Why a step can't be taken now, as a message for the person who asked for it. */
class Refusal extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String key;

	private final transient List<Problem> problems;

	Refusal(String key) {
		this(key, List.of());
	}

	/** Something of the form has to be changed first. */
	Refusal(String key, List<Problem> problems) {
		super(key, null, false, false);
		this.key = key;
		this.problems = problems;
	}

	String getKey() {
		return this.key;
	}

	List<Problem> getProblems() {
		return this.problems;
	}

}
