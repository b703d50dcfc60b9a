package edu.wenzhou.site.publishing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Why texts may be published although something was asked about them. */
@Component
class Answers {

	private final JdbcClient jdbc;

	Answers(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Keeps the reasons with the review.
	 * @param reasons by the keys of the questions
	 */
	void keep(long review, List<Question> questions, Map<String, String> reasons) {
		questions.forEach((question) -> this.jdbc.sql(
				"insert into review_answer (review_id, question, field, rule, subject, reason) values (?, ?, ?, ?, ?, ?)")
			.params(review, question.key(), question.problem().field(), question.rule(), question.subject(),
					reasons.get(question.key()).strip())
			.update());
	}

	/** The reasons that were given for a revision, by the keys of the questions. */
	Map<String, String> of(long revision) {
		return read("r.revision_id = ?", revision);
	}

	/** The reasons that were given last for an item: for what stands there still. */
	Map<String, String> lately(long item) {
		return read("r.item_id = ?", item);
	}

	private Map<String, String> read(String where, long id) {
		Map<String, String> reasons = new HashMap<>();
		this.jdbc
			.sql("select a.question, a.reason from review_answer a join review r on r.id = a.review_id where " + where
					+ " order by a.id")
			.param(id)
			.query((row) -> {
				reasons.put(row.getString("question"), row.getString("reason"));
			});
		return reasons;
	}

}
