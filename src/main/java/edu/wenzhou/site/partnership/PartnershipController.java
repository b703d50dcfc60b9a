package edu.wenzhou.site.partnership;

import java.util.List;
import java.util.Locale;

import edu.wenzhou.site.fact.FigureBook;
import edu.wenzhou.site.fact.Figures;
import edu.wenzhou.site.web.Filter;
import edu.wenzhou.site.web.Filter.Choice;
import edu.wenzhou.site.web.Filters;
import edu.wenzhou.site.web.NotFoundException;
import edu.wenzhou.site.web.Page;
import edu.wenzhou.site.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/partnerships")
class PartnershipController {

	private final PartnershipRepository partnerships;

	private final Figures figures;

	private final Filters filters;

	private final Pages pages;

	PartnershipController(PartnershipRepository partnerships, Figures figures, Filters filters, Pages pages) {
		this.partnerships = partnerships;
		this.figures = figures;
		this.filters = filters;
		this.pages = pages;
	}

	@GetMapping
	String list(@RequestParam(required = false) String kind, @RequestParam(required = false) String region, Model model,
			Locale locale) {
		Filter<PartnershipKind> kinds = this.filters.byEnum("kind", PartnershipKind.class, kind);
		List<Region> vocabulary = this.partnerships.findRegions();
		List<Choice<String>> choices = vocabulary.stream()
			.map((found) -> new Choice<>(found.getSlug(), found.getName().in(locale), found.getName().langIn(locale),
					found.getSlug()))
			.toList();
		Filter<String> regions = this.filters.by("region", choices, region);
		List<Partnership> all = this.partnerships.findAllWithRegionsAndSources();
		List<Partnership> matching = all.stream()
			.filter((partnership) -> kinds.admits(partnership.getKind())
					&& regions.admitsAny(partnership.getRegions().stream().map(Region::getSlug).toList()))
			.toList();
		model.addAttribute("partnerships", kinds.group(matching, Partnership::getKind));
		model.addAttribute("count", matching.size());
		if (kinds.getSelected() == null && regions.getSelected() == null) {
			model.addAttribute("places", Places.of(vocabulary, all));
		}
		model.addAttribute("kinds", kinds);
		model.addAttribute("regions", regions);
		model.addAttribute("figures", this.figures.in(locale));
		model.addAttribute("page",
				this.pages.at("/partnerships")
					.title("partnerships.title")
					.choices(kinds, regions)
					.lists(matching, Partnership::getPath, Partnership::getName)
					.description("partnerships.lead"));
		return "partnership/list";
	}

	/**
	 * Only a partnership with a text of its own has a page; any other is a line of the
	 * list.
	 */
	@GetMapping("/{slug}")
	String show(@PathVariable String slug, Model model, Locale locale) {
		Partnership partnership = this.partnerships.findAllWithRegionsAndSources()
			.stream()
			.filter((candidate) -> candidate.getSlug().equals(slug) && candidate.getBody() != null)
			.findFirst()
			.orElseThrow(NotFoundException::new);
		FigureBook figures = this.figures.in(locale);
		Page page = this.pages.at("/partnerships/" + slug)
			.under("/partnerships", "partnerships.title")
			.title(partnership.getName())
			.descriptionText(figures.plain(partnership.getLead()));
		model.addAttribute("partnership", partnership);
		model.addAttribute("figures", figures);
		model.addAttribute("page", page);
		return "partnership/show";
	}

}
