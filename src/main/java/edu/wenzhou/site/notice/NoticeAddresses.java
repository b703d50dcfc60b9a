package edu.wenzhou.site.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import edu.wenzhou.site.notice.Notices.Count;
import edu.wenzhou.site.web.Filter;
import edu.wenzhou.site.web.Filters;
import edu.wenzhou.site.web.ListAddresses;
import edu.wenzhou.site.web.Paging;
import org.springframework.stereotype.Component;

/** The parts of the list of notices: of the whole, of each year and of each category. */
@Component
class NoticeAddresses implements ListAddresses {

	private final Notices notices;

	private final Filters filters;

	NoticeAddresses(Notices notices, Filters filters) {
		this.notices = notices;
		this.filters = filters;
	}

	@Override
	public String path() {
		return NoticeController.PATH;
	}

	@Override
	public List<String> addresses() {
		List<Count> counts = this.notices.counts();
		List<String> addresses = new ArrayList<>(parts(counts, null, null));
		addresses.remove(NoticeController.PATH);
		NoticeController.years(counts).forEach((year) -> addresses.addAll(parts(counts, year.value(), null)));
		Stream.of(NoticeCategory.values()).forEach((one) -> addresses.addAll(parts(counts, null, Filters.value(one))));
		return addresses;
	}

	/** Nothing for a choice that leaves nothing. */
	private List<String> parts(List<Count> counts, String year, String category) {
		Filter<Integer> years = this.filters.by("year", NoticeController.years(counts), year);
		Filter<NoticeCategory> categories = this.filters.byEnum("category", NoticeCategory.class, category);
		long count = NoticeController.count(counts, years, categories);
		return (count > 0)
				? Paging.of(path(), null, count, NoticeController.LINES_OF_A_PAGE, years, categories).getLinks()
				: List.of();
	}

}
