package edu.wenzhou.site.school;

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
@RequestMapping("/schools")
class SchoolController {

	private final SchoolRepository schools;

	private final Figures figures;

	private final Pages pages;

	SchoolController(SchoolRepository schools, Figures figures, Pages pages) {
		this.schools = schools;
		this.figures = figures;
		this.pages = pages;
	}

	@GetMapping
	String list(Model model, Locale locale) {
		List<School> schools = this.schools.findAllWithSources();
		model.addAttribute("schools", schools);
		model.addAttribute("figures", this.figures.in(locale));
		model.addAttribute("page",
				this.pages.at("/schools")
					.title("schools.title")
					.lists(schools, (school) -> "/schools/" + school.getSlug(), School::getName)
					.description("schools.description"));
		return "school/list";
	}

	@GetMapping("/{slug}")
	String show(@PathVariable String slug, Model model, Locale locale) {
		List<School> all = this.schools.findAllWithPictures();
		School school = all.stream()
			.filter((candidate) -> candidate.getSlug().equals(slug))
			.findFirst()
			.orElseThrow(NotFoundException::new);
		String name = school.getName().in(locale);
		FigureBook figures = this.figures.in(locale);
		Page page = this.pages.at("/schools/" + slug)
			.under("/schools", "schools.title")
			.title(school.getName())
			.tells(SchoolThing.of(school, figures))
			.shows(school.getPictures())
			.drawn(Theme.school(slug))
			.description("school.description", name);
		model.addAttribute("school", school);
		model.addAttribute("schools", all);
		model.addAttribute("figures", figures);
		model.addAttribute("page", page);
		return "school/show";
	}

}
