package edu.wenzhou.site.notice;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import edu.wenzhou.site.fact.FigureBook;
import edu.wenzhou.site.fact.Figures;
import edu.wenzhou.site.notice.Notices.Count;
import edu.wenzhou.site.text.LocalizedText;
import edu.wenzhou.site.text.RichText;
import edu.wenzhou.site.web.Filter;
import edu.wenzhou.site.web.Filter.Choice;
import edu.wenzhou.site.web.Filters;
import edu.wenzhou.site.web.Language;
import edu.wenzhou.site.web.Matrix;
import edu.wenzhou.site.web.NotFoundException;
import edu.wenzhou.site.web.Page;
import edu.wenzhou.site.web.Pages;
import edu.wenzhou.site.web.Paging;
import edu.wenzhou.site.web.Subject.Article;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping(NoticeController.PATH)
class NoticeController {

	static final String PATH = "/notices";

	static final int LINES_OF_A_PAGE = 20;

	private final Notices notices;

	private final Figures figures;

	private final Filters filters;

	private final Pages pages;

	private final MessageSource messages;

	NoticeController(Notices notices, Figures figures, Filters filters, Pages pages, MessageSource messages) {
		this.notices = notices;
		this.figures = figures;
		this.filters = filters;
		this.pages = pages;
		this.messages = messages;
	}

	@GetMapping
	String list(@RequestParam(required = false) String year, @RequestParam(required = false) String category,
			@RequestParam(required = false) String page, Model model, Locale locale) {
		List<Count> counts = this.notices.counts();
		Filter<Integer> years = this.filters.by("year", years(counts), year);
		Filter<NoticeCategory> categories = this.filters.byEnum("category", NoticeCategory.class, category);
		long count = count(counts, years, categories);
		Paging paging = Paging.of(PATH, page, count, LINES_OF_A_PAGE, years, categories);
		boolean whole = years.getSelected() == null && categories.getSelected() == null;
		boolean newest = whole && paging.offset() == 0;
		List<NoticeLine> lines = newest ? this.notices.newest(LINES_OF_A_PAGE)
				: this.notices.lines(years.chosen(), categories.chosen(), paging.offset(), LINES_OF_A_PAGE);
		model.addAttribute("notices", lines);
		model.addAttribute("whole", whole);
		model.addAttribute("newest", newest);
		model.addAttribute("count", count);
		model.addAttribute("paging", paging);
		model.addAttribute("matrix", Matrix.of(counts, Count::number, years, Count::year, categories, Count::category));
		model.addAttribute("years", years);
		model.addAttribute("categories", categories);
		Pages.Builder builder = this.pages.at(PATH)
			.title("notices.title")
			.choices(years, categories)
			.found(count)
			.part(paging)
			.lists(lines, (line) -> PATH + "/" + line.slug(), NoticeLine::title);
		String chosen = Stream.of(years, categories)
			.filter((filter) -> filter.getSelected() != null)
			.map((filter) -> filter.getSelected().label())
			.collect(Collectors.joining(this.messages.getMessage("list.separator", null, locale)));
		model.addAttribute("page", chosen.isEmpty() ? builder.description("notices.lead")
				: builder.description("notices.lead.chosen", chosen));
		return "notice/list";
	}

	@GetMapping("/{slug}")
	String show(@PathVariable String slug, Model model, Locale locale) {
		Notice notice = this.notices.find(slug).orElseThrow(NotFoundException::new);
		FigureBook figures = this.figures.in(locale);
		model.addAttribute("notice", notice);
		model.addAttribute("newer", this.notices.after(notice).orElse(null));
		model.addAttribute("older", this.notices.before(notice).orElse(null));
		model.addAttribute("figures", figures);
		model.addAttribute("page", page(notice, figures, locale));
		return "notice/show";
	}

	/** A lead that is not translated cannot describe the page to readers of English. */
	private Page page(Notice notice, FigureBook figures, Locale locale) {
		LocalizedText lead = notice.getLead();
		String category = this.messages.getMessage("filter.category." + Filters.value(notice.getCategory()), null,
				locale);
		Pages.Builder page = this.pages.at(PATH + "/" + notice.getSlug())
			.under(PATH, "notices.title")
			.title(notice.getTitle())
			.until(notice.getExpireAt())
			.article(new Article(notice.getPublishedOn(), category,
					(notice.getBody().langIn(locale) != null) ? Language.CHINESE : Language.of(locale),
					RichText.pictures(notice.getBody().in(locale))));
		if (lead != null && lead.langIn(locale) == null) {
			return page.descriptionText(figures.plain(lead));
		}
		DateTimeFormatter date = DateTimeFormatter
			.ofPattern(this.messages.getMessage("notice.date.pattern", null, locale), locale);
		return page.description("notice.description", category, notice.getDate().format(date));
	}

	static long count(List<Count> counts, Filter<Integer> years, Filter<NoticeCategory> categories) {
		return counts.stream()
			.filter((some) -> years.admits(some.year()) && categories.admits(some.category()))
			.mapToLong(Count::number)
			.sum();
	}

	static List<Choice<Integer>> years(List<Count> counts) {
		return counts.stream()
			.map(Count::year)
			.distinct()
			.map((year) -> new Choice<>(year.toString(), year.toString(), year))
			.toList();
	}

}
