package edu.wenzhou.site.fact;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import edu.wenzhou.site.fact.SourceQuoteRepository.CitationRow;
import edu.wenzhou.site.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The source texts, each passage with the records that rest on it. */
@Controller
class SourceController {

	private final SourceDocumentRepository documents;

	private final SourceQuoteRepository quotes;

	private final Pages pages;

	SourceController(SourceDocumentRepository documents, SourceQuoteRepository quotes, Pages pages) {
		this.documents = documents;
		this.quotes = quotes;
		this.pages = pages;
	}

	@GetMapping("/sources")
	String sources(Model model) {
		List<SourceQuote> passages = this.quotes.findAllInReadingOrder();
		Map<Long, List<CitationRow>> citations = this.quotes.findCitations()
			.stream()
			.collect(Collectors.groupingBy(CitationRow::getQuoteId));
		List<SourceOmission> omissions = this.documents.findOmissions();
		List<SourceRestoration> restorations = this.documents.findRestorations();
		Map<SourceDocument, List<SourcePage.Line>> documents = new LinkedHashMap<>();
		this.documents.findAllInOrder()
			.forEach((document) -> documents.put(document,
					new SourcePage(document, passages, omissions, restorations, citations).lines()));
		model.addAttribute("documents", documents);
		model.addAttribute("page", this.pages.at("/sources").title("sources.title").description("sources.lead"));
		return "fact/sources";
	}

}
