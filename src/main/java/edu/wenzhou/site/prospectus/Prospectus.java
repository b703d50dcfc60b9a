package edu.wenzhou.site.prospectus;

import java.util.List;
import java.util.Map;

import edu.wenzhou.site.campus.Campus;
import edu.wenzhou.site.fact.FigureBook;
import edu.wenzhou.site.honour.Honour;
import edu.wenzhou.site.honour.HonourLevel;
import edu.wenzhou.site.partnership.Partnership;
import edu.wenzhou.site.partnership.PartnershipKind;
import edu.wenzhou.site.profile.Chronicle;
import edu.wenzhou.site.profile.CollegeProfile;
import edu.wenzhou.site.profile.ProfileSection;
import edu.wenzhou.site.school.School;
import edu.wenzhou.site.web.Filter.Choice;

/**
 * All that the prospectus says, read once for a state of the content and one language.
 *
 * @param generation the state of the content, see {@link ContentGeneration}
 * @param address its own public address
 * @param chapters the table of contents
 */
record Prospectus(String generation, String address, QrSymbol qr, List<Chapter> chapters, CollegeProfile college,
		FigureBook figures, List<ProfileSection> sections, Chronicle history, List<Campus> campuses,
		List<School> schools, Map<Choice<HonourLevel>, List<Honour>> honours,
		Map<Choice<PartnershipKind>, List<Partnership>> partnerships) {

	/**
	 * A line of the table of contents.
	 *
	 * @param id that of the chapter's heading
	 * @param lang the {@code lang} attribute that the title needs, or null
	 */
	record Chapter(String id, String title, String lang) {

	}

}
