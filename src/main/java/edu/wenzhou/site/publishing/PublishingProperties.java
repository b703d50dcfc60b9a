package edu.wenzhou.site.publishing;

import java.util.List;
import java.util.Map;
import java.util.Set;

import edu.wenzhou.site.staff.Role;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How content becomes public, {@code college.publishing.*}.
 *
 * @param steps by type of content, the roles that have to agree, in their order: one to
 * three of REVIEWER_1 (初审), REVIEWER_2 (复审), APPROVER (终审). A type that is not named
 * takes those of {@code default}, and without any it is the approver alone
 * @param emergency whether an approver may publish alone, to be approved by somebody else
 * afterwards
 * @param lookAgain by type of content, after how many months people look whether what is
 * public is still right; 0 for never. A type that is not named takes what its feature
 * says
 */
@ConfigurationProperties("college.publishing")
record PublishingProperties(Map<String, List<Role>> steps, @DefaultValue("false") boolean emergency,
		Map<String, Integer> lookAgain) {

	private static final int MOST_MONTHS = 120;

	private static final Set<Role> POSSIBLE = Set.of(Role.REVIEWER_1, Role.REVIEWER_2, Role.APPROVER);

	PublishingProperties {
		steps = (steps != null) ? Map.copyOf(steps) : Map.of();
		steps.forEach((type, roles) -> {
			if (roles.isEmpty() || !POSSIBLE.containsAll(roles) || Set.copyOf(roles).size() != roles.size()) {
				throw new IllegalArgumentException("college.publishing.steps." + type
						+ " must be one to three different ones of REVIEWER_1, REVIEWER_2, APPROVER");
			}
		});
		lookAgain = (lookAgain != null) ? Map.copyOf(lookAgain) : Map.of();
		lookAgain.forEach((type, months) -> {
			if (months < 0 || months > MOST_MONTHS) {
				throw new IllegalArgumentException(
						"college.publishing.look-again." + type + " must be 0 to " + MOST_MONTHS + " months");
			}
		});
	}

	int monthsOf(ContentType type) {
		return this.lookAgain.getOrDefault(type.getKey(), type.lookAgain());
	}

	List<Role> stepsOf(ContentType type) {
		return this.steps.getOrDefault(type.getKey(), this.steps.getOrDefault("default", List.of(Role.APPROVER)));
	}

}
