package edu.wenzhou.site.honour;

import java.util.List;
import java.util.Locale;

import edu.wenzhou.site.fact.Figures;
import edu.wenzhou.site.web.Filter;
import edu.wenzhou.site.web.Filters;
import edu.wenzhou.site.web.Matrix;
import edu.wenzhou.site.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class HonourController {

	private final HonourRepository honours;

	private final Figures figures;

	private final Filters filters;

	private final Pages pages;

	HonourController(HonourRepository honours, Figures figures, Filters filters, Pages pages) {
		this.honours = honours;
		this.figures = figures;
		this.filters = filters;
		this.pages = pages;
	}

	@GetMapping("/honours")
	String list(@RequestParam(required = false) String level, @RequestParam(required = false) String category,
			Model model, Locale locale) {
		Filter<HonourLevel> levels = this.filters.byOptionalEnum("level", HonourLevel.class, level);
		Filter<HonourCategory> categories = this.filters.byEnum("category", HonourCategory.class, category);
		List<Honour> all = this.honours.findAllWithSources();
		List<Honour> matching = all.stream()
			.filter((honour) -> levels.admits(honour.getLevel()) && categories.admits(honour.getCategory()))
			.toList();
		model.addAttribute("honours", levels.group(matching, Honour::getLevel));
		model.addAttribute("count", matching.size());
		model.addAttribute("matrix", Matrix.of(all, categories, Honour::getCategory, levels, Honour::getLevel));
		model.addAttribute("levels", levels);
		model.addAttribute("categories", categories);
		model.addAttribute("figures", this.figures.in(locale));
		model.addAttribute("page",
				this.pages.at("/honours")
					.title("honours.title")
					.choices(levels, categories)
					.lists(matching, (honour) -> "/honours#" + honour.getSlug(), Honour::getTitle)
					.description("honours.lead"));
		return "honour/list";
	}

}
