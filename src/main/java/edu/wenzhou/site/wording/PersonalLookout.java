package edu.wenzhou.site.wording;

import java.util.List;

import edu.wenzhou.site.publishing.Finding;
import edu.wenzhou.site.publishing.Lookout;
import edu.wenzhou.site.publishing.ReadText;
import edu.wenzhou.site.text.PersonalData;
import org.springframework.stereotype.Component;

/**
 * Looks for what looks like personal data, in texts and in attachments. It offers what
 * may stand there instead, and puts it nowhere.
 */
@Component
class PersonalLookout implements Lookout {

	private static final String MESSAGES = "staff.finding.personal.";

	@Override
	public List<Finding> look(List<ReadText> texts) {
		return texts.stream()
			.flatMap((text) -> PersonalData.groups(text.lines())
				.stream()
				.map((group) -> new Finding(text, false, group.kind().name(), group.masked(), MESSAGES + group.kind(),
						List.of(group.masked()), group.spots())))
			.toList();
	}

}
