package edu.wenzhou.site.prospectus;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

import edu.wenzhou.site.prospectus.ProspectusPdfs.Pdf;
import edu.wenzhou.site.web.NotFoundException;
import edu.wenzhou.site.web.Page;
import edu.wenzhou.site.web.Pages;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The prospectus as a page, and the same as a PDF. */
@Controller
class ProspectusController {

	private static final String PATH = "/about/prospectus";

	private final Prospectuses prospectuses;

	private final ProspectusPdfs pdfs;

	private final Pages pages;

	ProspectusController(Prospectuses prospectuses, ProspectusPdfs pdfs, Pages pages) {
		this.prospectuses = prospectuses;
		this.pdfs = pdfs;
		this.pages = pages;
	}

	@GetMapping(PATH)
	String show(Model model, Locale locale) {
		Page page = page();
		Prospectus prospectus = this.prospectuses.in(locale, page.canonical());
		model.addAttribute("prospectus", prospectus);
		model.addAttribute("pdf", this.pdfs.isOffered());
		model.addAttribute("figures", prospectus.figures());
		model.addAttribute("sections", prospectus.sections());
		model.addAttribute("page", page);
		return "prospectus/show";
	}

	/**
	 * Kept by browsers like any page: asked for again, sent again only when it changed.
	 * Whole or not at all, since parts of it made at different times do not fit together.
	 */
	@GetMapping(PATH + ".pdf")
	ResponseEntity<byte[]> pdf(Locale locale) {
		Page page = page();
		Prospectus prospectus = this.prospectuses.in(locale, page.canonical());
		Pdf pdf = this.pdfs.of(prospectus, page, locale).orElseThrow(NotFoundException::new);
		String fileName = "%s-%s.pdf".formatted(prospectus.college().getName().in(locale), page.title());
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_PDF)
			.eTag(pdf.tag())
			.header(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag())
			.header(HttpHeaders.LINK, "<" + page.canonical() + ">; rel=\"canonical\"")
			.header(HttpHeaders.CONTENT_DISPOSITION, named(fileName))
			.body(pdf.content());
	}

	/** With a plain name too, for those who read no other. */
	private static String named(String fileName) {
		return ContentDisposition.inline()
			.filename(fileName, StandardCharsets.UTF_8)
			.build()
			.toString()
			.replaceFirst("filename=\"[^\"]*\"", "filename=\"prospectus.pdf\"");
	}

	private Page page() {
		return this.pages.at(PATH)
			.under("/about", "about.title")
			.title("prospectus.title")
			.about()
			.description("prospectus.lead");
	}

}
