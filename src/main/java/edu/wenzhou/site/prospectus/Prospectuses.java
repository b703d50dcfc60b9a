package edu.wenzhou.site.prospectus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import edu.wenzhou.site.campus.CampusRepository;
import edu.wenzhou.site.fact.FigureBook;
import edu.wenzhou.site.fact.Figures;
import edu.wenzhou.site.honour.Honour;
import edu.wenzhou.site.honour.HonourLevel;
import edu.wenzhou.site.honour.HonourRepository;
import edu.wenzhou.site.partnership.Partnership;
import edu.wenzhou.site.partnership.PartnershipKind;
import edu.wenzhou.site.partnership.PartnershipRepository;
import edu.wenzhou.site.profile.Chronicle;
import edu.wenzhou.site.profile.CollegeProfileRepository;
import edu.wenzhou.site.profile.HistoryEventRepository;
import edu.wenzhou.site.profile.ProfileSection;
import edu.wenzhou.site.profile.ProfileSectionRepository;
import edu.wenzhou.site.prospectus.Prospectus.Chapter;
import edu.wenzhou.site.school.SchoolRepository;
import edu.wenzhou.site.web.Filters;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the prospectus of each language, and reads it again when the content is another:
 * a visitor costs one SQL statement here, a change of the content some ten, once.
 */
@Component
class Prospectuses {

	private final ContentGeneration generation;

	private final Figures figures;

	private final CollegeProfileRepository colleges;

	private final ProfileSectionRepository sections;

	private final HistoryEventRepository events;

	private final CampusRepository campuses;

	private final SchoolRepository schools;

	private final HonourRepository honours;

	private final PartnershipRepository partnerships;

	private final Filters filters;

	private final MessageSource messages;

	private final TransactionTemplate oneState;

	private final Map<Locale, Prospectus> kept = new ConcurrentHashMap<>();

	Prospectuses(ContentGeneration generation, Figures figures, CollegeProfileRepository colleges,
			ProfileSectionRepository sections, HistoryEventRepository events, CampusRepository campuses,
			SchoolRepository schools, HonourRepository honours, PartnershipRepository partnerships, Filters filters,
			MessageSource messages, PlatformTransactionManager transactions) {
		this.generation = generation;
		this.figures = figures;
		this.colleges = colleges;
		this.sections = sections;
		this.events = events;
		this.campuses = campuses;
		this.schools = schools;
		this.honours = honours;
		this.partnerships = partnerships;
		this.filters = filters;
		this.messages = messages;
		this.oneState = new TransactionTemplate(transactions);
		this.oneState.setReadOnly(true);
		this.oneState.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
	}

	/**
	 * The prospectus as the content stands now.
	 * @param address the public address of its page in that language
	 */
	Prospectus in(Locale locale, String address) {
		Prospectus prospectus = this.kept.get(locale);
		if (prospectus == null || !prospectus.generation().equals(this.generation.current())) {
			// Whoever comes meanwhile reads too: no visitor waits for another
			prospectus = this.oneState.execute((transaction) -> read(locale, address));
			this.kept.put(locale, prospectus);
		}
		return prospectus;
	}

	/** The generation is that of the same snapshot as all the rest. */
	private Prospectus read(Locale locale, String address) {
		List<ProfileSection> sections = this.sections.findAllWithSources();
		FigureBook figures = this.figures.in(locale);
		return new Prospectus(this.generation.current(), address, QrSymbol.of(address), chapters(sections, locale),
				this.colleges.find().orElseThrow(), figures, sections,
				Chronicle.of(this.events.findAllWithSources(), this.events.findPredecessorsWithSources(), figures),
				this.campuses.findAllWithSources(), this.schools.findAllWithSources(),
				this.filters.byOptionalEnum("level", HonourLevel.class, null)
					.group(this.honours.findAllWithSources(), Honour::getLevel),
				this.filters.byEnum("kind", PartnershipKind.class, null)
					.group(this.partnerships.findAllWithRegionsAndSources(), Partnership::getKind));
	}

	private List<Chapter> chapters(List<ProfileSection> sections, Locale locale) {
		List<Chapter> chapters = new ArrayList<>();
		chapters.add(chapter("facts", "about.facts", locale));
		sections.forEach((section) -> chapters.add(new Chapter("section_" + section.getSlug(),
				section.getTitle().in(locale), section.getTitle().langIn(locale))));
		chapters.add(chapter("history", "history.title", locale));
		chapters.add(chapter("figures", "figures.title", locale));
		chapters.add(chapter("campuses", "campuses.title", locale));
		chapters.add(chapter("schools", "schools.title", locale));
		chapters.add(chapter("honours", "honours.title", locale));
		chapters.add(chapter("partnerships", "partnerships.title", locale));
		chapters.add(chapter("notes_heading", "notes.title", locale));
		return chapters;
	}

	private Chapter chapter(String id, String titleKey, Locale locale) {
		return new Chapter(id, this.messages.getMessage(titleKey, null, locale), null);
	}

}
