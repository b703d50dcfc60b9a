package edu.wenzhou.site.profile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import edu.wenzhou.site.fact.Figure;
import edu.wenzhou.site.fact.FigureBook;
import edu.wenzhou.site.fact.Figures;
import edu.wenzhou.site.web.NotFoundException;
import edu.wenzhou.site.web.Page;
import edu.wenzhou.site.web.Pages;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The pages about the college: sections of text, history, figures. */
@Controller
@RequestMapping("/about")
class AboutController {

	/** Counts of things of one kind, none above 100, that can share a scale. */
	private static final Map<String, List<String>> CHARTS = Map.of("programmes", List.of("programmes",
			"national-programmes", "provincial-programmes", "programme-groups", "high-level-programme-groups"),
			"teaching",
			List.of("certificate-pilots", "national-courses", "training-bases", "teaching-awards",
					"teaching-resource-libraries"),
			"research", List.of("enterprise-centres", "research-platforms", "enterprise-institutes"));

	private final ProfileSectionRepository sections;

	private final HistoryEventRepository events;

	private final Figures figures;

	private final Pages pages;

	private final MessageSource messages;

	AboutController(ProfileSectionRepository sections, HistoryEventRepository events, Figures figures, Pages pages,
			MessageSource messages) {
		this.sections = sections;
		this.events = events;
		this.figures = figures;
		this.pages = pages;
		this.messages = messages;
	}

	@GetMapping
	String about(@ModelAttribute(name = "site", binding = false) CollegeProfile college, Model model, Locale locale) {
		addSections(model);
		FigureBook figures = addFigures(model, locale);
		model.addAttribute("page",
				this.pages.at("/about")
					.title("about.title")
					.about()
					.descriptionText(figures.plain(college.getSummary())));
		return "profile/about";
	}

	@GetMapping("/{slug}")
	String section(@PathVariable String slug, Model model, Locale locale) {
		ProfileSection section = addSections(model).stream()
			.filter((candidate) -> candidate.getSlug().equals(slug))
			.findFirst()
			.orElseThrow(NotFoundException::new);
		FigureBook figures = addFigures(model, locale);
		Page page = this.pages.at("/about/" + slug)
			.under("/about", "about.title")
			.title(section.getTitle())
			.about()
			.descriptionText(figures.plain(section.getLead()));
		model.addAttribute("section", section);
		model.addAttribute("page", page);
		return "profile/section";
	}

	@GetMapping("/history")
	String history(Model model, Locale locale) {
		addSections(model);
		FigureBook figures = addFigures(model, locale);
		model.addAttribute("history",
				Chronicle.of(this.events.findAllWithSources(), this.events.findPredecessorsWithSources(), figures));
		model.addAttribute("page",
				this.pages.at("/about/history")
					.under("/about", "about.title")
					.title("history.title")
					.about()
					.description("history.lead"));
		return "profile/history";
	}

	@GetMapping("/figures")
	String figures(Model model, Locale locale) {
		addSections(model);
		FigureBook figures = addFigures(model, locale);
		Map<String, List<Figure>> charts = new LinkedHashMap<>();
		CHARTS.forEach((name, codes) -> charts.put(name, codes.stream().map(figures::get).toList()));
		model.addAttribute("charted", charts);
		model.addAttribute("page",
				this.pages.at("/about/figures")
					.under("/about", "about.title")
					.title("figures.title")
					.publishes(FigureDataset.thing(this.messages, locale))
					.description("figures.lead"));
		return "profile/figures";
	}

	/** For the side menu of all these pages. */
	private List<ProfileSection> addSections(Model model) {
		List<ProfileSection> sections = this.sections.findAllWithSources();
		model.addAttribute("sections", sections);
		return sections;
	}

	private FigureBook addFigures(Model model, Locale locale) {
		FigureBook book = this.figures.in(locale);
		model.addAttribute("figures", book);
		return book;
	}

}
