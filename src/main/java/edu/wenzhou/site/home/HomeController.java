package edu.wenzhou.site.home;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import edu.wenzhou.site.campus.Campus;
import edu.wenzhou.site.campus.CampusRepository;
import edu.wenzhou.site.campus.CampusThing;
import edu.wenzhou.site.fact.FigureBook;
import edu.wenzhou.site.fact.Figures;
import edu.wenzhou.site.honour.Honour;
import edu.wenzhou.site.honour.HonourCategory;
import edu.wenzhou.site.honour.HonourRepository;
import edu.wenzhou.site.notice.Notices;
import edu.wenzhou.site.partnership.PartnershipRepository;
import edu.wenzhou.site.profile.CollegeProfile;
import edu.wenzhou.site.profile.CollegeThing;
import edu.wenzhou.site.profile.HistoryEventRepository;
import edu.wenzhou.site.school.School;
import edu.wenzhou.site.school.SchoolRepository;
import edu.wenzhou.site.school.SchoolThing;
import edu.wenzhou.site.text.LocalizedText;
import edu.wenzhou.site.web.Pages;
import edu.wenzhou.site.web.Thing;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

@Controller
class HomeController {

	private static final Pattern COMMA = Pattern.compile("[，,]\\s*");

	private static final int NOTICES = 5;

	private static final int HONOURS = 6;

	private final Figures figures;

	private final CampusRepository campuses;

	private final SchoolRepository schools;

	private final HonourRepository honours;

	private final PartnershipRepository partnerships;

	private final Notices notices;

	private final HistoryEventRepository history;

	private final Pages pages;

	HomeController(Figures figures, CampusRepository campuses, SchoolRepository schools, HonourRepository honours,
			PartnershipRepository partnerships, Notices notices, HistoryEventRepository history, Pages pages) {
		this.figures = figures;
		this.campuses = campuses;
		this.schools = schools;
		this.honours = honours;
		this.partnerships = partnerships;
		this.notices = notices;
		this.history = history;
		this.pages = pages;
	}

	@GetMapping("/")
	String home(@ModelAttribute(name = "site", binding = false) CollegeProfile college, Model model, Locale locale) {
		FigureBook figures = this.figures.in(locale);
		model.addAttribute("figures", figures);
		List<Campus> campuses = this.campuses.findAllWithSources();
		model.addAttribute("campuses", campuses);
		List<School> schools = this.schools.findAllWithSources();
		model.addAttribute("schools", schools);
		List<Honour> honours = this.honours.findAllWithSources();
		model.addAttribute("honours", honours);
		model.addAttribute("firstHonours", honours.stream().limit(HONOURS).toList());
		model.addAttribute("partnerships", this.partnerships.findAllWithRegionsAndSources());
		model.addAttribute("notices", this.notices.newest(NOTICES));
		model.addAttribute("mottoWords", pairs(college.getMotto().zh()));
		model.addAttribute("practice", practice(college.getModelPractice(), locale));
		model.addAttribute("page",
				this.pages.at("/")
					.title(college.getName())
					.tells(things(college, campuses, schools, honours, figures, locale))
					.descriptionText(figures.plain(college.getSummary())));
		return "home/home";
	}

	/** The college, and whatever it is made of. */
	private List<Thing> things(CollegeProfile college, List<Campus> campuses, List<School> schools,
			List<Honour> honours, FigureBook figures, Locale locale) {
		List<Thing> places = campuses.stream().map((campus) -> CampusThing.of(campus, figures)).toList();
		List<Thing> departments = schools.stream().map((school) -> SchoolThing.of(school, figures)).toList();
		Thing whole = CollegeThing.of(college, this.history.findPredecessorsWithSources(), figures, locale)
			.with("department", departments.stream().map(Thing::reference).toList())
			.with("location", places.stream().map(Thing::reference).toList())
			// The others are won by people and groups, or are things that it runs
			.with("award",
					honours.stream()
						.filter((honour) -> honour.getCategory() == HonourCategory.INSTITUTION)
						.map(Honour::getTitle)
						.toList());
		return Stream.of(List.of(whole), places, departments).flatMap(List::stream).toList();
	}

	/**
	 * The motto two characters at a time, at most four times: what the vessel's leaders
	 * can hold.
	 */
	private static List<String> pairs(String motto) {
		return Pattern.compile("\\p{IsHan}{2}").matcher(motto).results().map(MatchResult::group).limit(4).toList();
	}

	/** The clauses of the practice, each cut at its first comma. */
	private static List<Practice> practice(LocalizedText text, Locale locale) {
		if (text == null) {
			return List.of();
		}
		return Pattern.compile("[；;]\\s*").splitAsStream(text.in(locale).replaceFirst("[。.]$", "")).map((clause) -> {
			Matcher comma = COMMA.matcher(clause);
			return comma.find()
					? new Practice(clause.substring(0, comma.start()), comma.group(), clause.substring(comma.end()))
					: new Practice(clause, "", "");
		}).toList();
	}

}
