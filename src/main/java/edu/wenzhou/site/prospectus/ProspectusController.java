package edu.wenzhou.site.prospectus;

import java.util.Locale;

import edu.wenzhou.site.profile.CollegeProfile;
import edu.wenzhou.site.web.Page;
import edu.wenzhou.site.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The prospectus as a page. */
@Controller
class ProspectusController {

	private static final String PATH = "/about/prospectus";

	private final Prospectuses prospectuses;

	private final Pages pages;

	ProspectusController(Prospectuses prospectuses, Pages pages) {
		this.prospectuses = prospectuses;
		this.pages = pages;
	}

	@GetMapping(PATH)
	String show(@ModelAttribute(name = "site", binding = false) CollegeProfile college, Model model, Locale locale) {
		Page page = page();
		Prospectus prospectus = this.prospectuses.in(locale, college, page.canonical());
		model.addAttribute("prospectus", prospectus);
		model.addAttribute("figures", prospectus.figures());
		model.addAttribute("sections", prospectus.sections());
		model.addAttribute("page", page);
		return "prospectus/show";
	}

	private Page page() {
		return this.pages.at(PATH)
			.under("/about", "about.title")
			.title("prospectus.title")
			.description("prospectus.lead");
	}

}
