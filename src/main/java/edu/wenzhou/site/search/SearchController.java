package edu.wenzhou.site.search;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import edu.wenzhou.site.publishing.ContentType;
import edu.wenzhou.site.search.PublicSearch.Found;
import edu.wenzhou.site.text.LocalizedText;
import edu.wenzhou.site.web.ClientNetwork;
import edu.wenzhou.site.web.Filter;
import edu.wenzhou.site.web.Filter.Choice;
import edu.wenzhou.site.web.Filters;
import edu.wenzhou.site.web.Language;
import edu.wenzhou.site.web.Page;
import edu.wenzhou.site.web.Pages;
import edu.wenzhou.site.web.Paging;
import edu.wenzhou.site.web.Throttle;
import edu.wenzhou.site.web.TooManyRequestsException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The page of the search, and what its field suggests. Nothing about anybody is kept. */
@Controller
@RequestMapping("/search")
class SearchController {

	private static final int HITS_OF_A_PAGE = 20;

	private static final Duration SUGGESTIONS_HOLD = Duration.ofMinutes(1);

	private final PublicSearch search;

	private final Filters filters;

	private final Pages pages;

	private final MessageSource messages;

	private final List<String> kinds;

	final Throttle searches;

	final Throttle suggestions;

	SearchController(PublicSearch search, Filters filters, Pages pages, MessageSource messages, List<ContentType> types,
			SearchProperties properties, Clock clock) {
		this.search = search;
		this.filters = filters;
		this.pages = pages;
		this.messages = messages;
		this.kinds = Stream.concat(Stream.of(Documents.PAGE), types.stream().map(ContentType::getKey).sorted())
			.toList();
		this.searches = new Throttle(properties.perMinute(), clock);
		this.suggestions = new Throttle(properties.perMinute() * 5, clock);
	}

	@GetMapping
	String search(@RequestParam(required = false) String q, @RequestParam(required = false) String kind,
			@RequestParam(required = false) String page, HttpServletRequest request, HttpServletResponse response,
			Model model, Locale locale) {
		Language language = Language.of(locale);
		Query query = this.search.query(q);
		Filter<String> filter = this.filters.by("kind", choices(locale), kind);
		model.addAttribute("query", query);
		model.addAttribute("queryLang", PublicSearch.lang(query.getTyped(), language));
		model.addAttribute("page", page(query, filter, language, locale));
		if (query.isTooLong()) {
			model.addAttribute("longest", Query.LONGEST);
			model.addAttribute("letters", Query.MOST_LETTERS);
			response.setStatus(HttpStatus.BAD_REQUEST.value());
		}
		else if (!query.getTyped().isEmpty()) {
			take(this.searches, request);
			show(query, filter, page, language, model);
		}
		return "search/search";
	}

	private void show(Query query, Filter<String> filter, String page, Language language, Model model) {
		Found found = this.search.find(query, filter.chosen() == null, language);
		Map<String, Integer> numbers = found.rest().numbers();
		// Where there is one kind, there is nothing to choose
		String kind = (filter.chosen() != null) ? filter.chosen()
				: (numbers.size() == 1) ? numbers.keySet().iterator().next() : null;
		Map<String, String> chosen = new LinkedHashMap<>();
		chosen.put("q", query.getTyped());
		if (filter.chosen() != null) {
			chosen.put("kind", kind);
		}
		Paging paging = Paging.of("/search", page, numbers.getOrDefault(kind, 0), HITS_OF_A_PAGE, chosen);
		if (kind == null) {
			model.addAttribute("results", this.search.all(found));
			return;
		}
		model.addAttribute("paging", paging);
		model.addAttribute("results",
				this.search.some(found, kind, paging.offset(), HITS_OF_A_PAGE, paging.getNumber() == 1));
	}

	/** JSON: what is called as somebody begins to type. */
	@GetMapping(path = "/suggest", produces = MediaType.APPLICATION_JSON_VALUE)
	@ResponseBody
	List<Suggestion> suggest(@RequestParam(required = false) String q, HttpServletRequest request,
			HttpServletResponse response, Locale locale) {
		take(this.suggestions, request);
		Language language = Language.of(locale);
		response.setHeader(HttpHeaders.CACHE_CONTROL,
				CacheControl.maxAge(SUGGESTIONS_HOLD).cachePublic().getHeaderValue());
		response.setHeader("X-Robots-Tag", "noindex");
		return this.search.suggestions(this.search.query(q), language)
			.stream()
			.map((name) -> new Suggestion(name.title(), language.address(name.path()),
					PublicSearch.lang(name.title(), language)))
			.toList();
	}

	private static void take(Throttle throttle, HttpServletRequest request) {
		throttle.take(ClientNetwork.of(request.getRemoteAddr())).ifPresent((wait) -> {
			throw new TooManyRequestsException(wait);
		});
	}

	private List<Choice<String>> choices(Locale locale) {
		return this.kinds.stream()
			.map((kind) -> new Choice<>(kind, this.messages.getMessage("search.kind." + kind, null, locale), kind))
			.toList();
	}

	private Page page(Query query, Filter<String> filter, Language language, Locale locale) {
		Pages.Builder page = this.pages.at("/search").typed("q", query.getTyped()).choices(filter).unlisted();
		String typed = query.getTyped();
		// A title is in one language, and no text
		boolean named = !typed.isEmpty() && !query.isTooLong()
				&& typed.codePointCount(0, typed.length()) <= Query.LONGEST
				&& PublicSearch.lang(typed, language) == null;
		if (!named) {
			return page.title("search.title").description("search.description");
		}
		String title = this.messages.getMessage("search.title.query", new Object[] { typed }, locale);
		return page.title(new LocalizedText(title, title)).description("search.description");
	}

	/**
	 * A name that somebody may be about to type.
	 *
	 * @param path with the language
	 * @param lang its {@code lang} attribute; null where that of the page is right
	 */
	record Suggestion(String title, String path, String lang) {

	}

}
