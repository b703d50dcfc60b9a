package edu.wenzhou.site.profile;

import java.time.LocalDate;
import java.util.List;

import edu.wenzhou.site.fact.Doubts;
import edu.wenzhou.site.fact.FactState;
import edu.wenzhou.site.publishing.Attention;
import org.springframework.stereotype.Component;

/** Texts about the college in which a masked word was restored. */
@Component
class SectionAttention implements Attention {

	private final ProfileSectionRepository sections;

	SectionAttention(ProfileSectionRepository sections) {
		this.sections = sections;
	}

	@Override
	public List<Entry> entries(LocalDate today) {
		return this.sections.findAllWithSources()
			.stream()
			.filter((section) -> section.getState() == FactState.TO_CONFIRM)
			.map((section) -> {
				List<Passage> passages = Doubts.restored(section.getSources());
				return new Entry("section", section.getSlug(), section.getTitle().zh(),
						List.of(passages.isEmpty() ? Reason.TO_CONFIRM : Reason.RESTORED), passages, null, null);
			})
			.toList();
	}

}
