package edu.wenzhou.site.campus;

import java.util.List;
import java.util.Locale;

import edu.wenzhou.site.drawing.Theme;
import edu.wenzhou.site.fact.FigureBook;
import edu.wenzhou.site.fact.Figures;
import edu.wenzhou.site.web.NotFoundException;
import edu.wenzhou.site.web.Page;
import edu.wenzhou.site.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

@Controller
@RequestMapping("/campuses")
class CampusController {

	private final CampusRepository campuses;

	private final Figures figures;

	private final Pages pages;

	CampusController(CampusRepository campuses, Figures figures, Pages pages) {
		this.campuses = campuses;
		this.figures = figures;
		this.pages = pages;
	}

	@GetMapping
	String list(Model model, Locale locale) {
		List<Campus> campuses = this.campuses.findAllWithSources();
		model.addAttribute("campuses", campuses);
		model.addAttribute("figures", this.figures.in(locale));
		model.addAttribute("page",
				this.pages.at("/campuses")
					.title("campuses.title")
					.lists(campuses, (campus) -> "/campuses/" + campus.getSlug(), Campus::getName)
					.description("campuses.description"));
		return "campus/list";
	}

	@GetMapping("/{slug}")
	String show(@PathVariable String slug, Model model, Locale locale) {
		List<Campus> all = this.campuses.findAllWithPictures();
		Campus campus = all.stream()
			.filter((candidate) -> candidate.getSlug().equals(slug))
			.findFirst()
			.orElseThrow(NotFoundException::new);
		String name = campus.getName().in(locale);
		FigureBook figures = this.figures.in(locale);
		Page page = this.pages.at("/campuses/" + slug)
			.under("/campuses", "campuses.title")
			.title(campus.getName())
			.tells(CampusThing.of(campus, figures))
			.shows(campus.getPictures())
			.drawn(Theme.campus(slug))
			.description("campus.description", name);
		model.addAttribute("campus", campus);
		model.addAttribute("campuses", all);
		model.addAttribute("figures", figures);
		model.addAttribute("page", page);
		return "campus/show";
	}

}
