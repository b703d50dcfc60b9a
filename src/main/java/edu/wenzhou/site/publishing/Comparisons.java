package edu.wenzhou.site.publishing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import edu.wenzhou.site.publishing.BlockDiff.Row;
import edu.wenzhou.site.publishing.Comparison.FieldChange;
import edu.wenzhou.site.publishing.Comparison.PageChange;
import edu.wenzhou.site.publishing.Comparison.View;
import edu.wenzhou.site.publishing.TextBlocks.Block;
import edu.wenzhou.site.web.Language;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;

/**
 * What differs between two revisions of an item: on the public page, as visitors would
 * see it, and field by field.
 */
@Component
class Comparisons {

	/**
	 * Pictures have the addresses that they will have: else they would all seem to
	 * differ.
	 */
	private static final String AS_PUBLIC = "";

	private final ContentStore store;

	private final Forms forms;

	private final Previews previews;

	Comparisons(ContentStore store, Forms forms, Previews previews) {
		this.store = store;
		this.forms = forms;
		this.previews = previews;
	}

	/**
	 * Compares.
	 * @param before null where there is nothing to compare with
	 */
	Comparison compare(ContentItem item, Revision before, Revision after, View view, HttpServletRequest request,
			HttpServletResponse response) {
		Values old = (before != null) ? before.values() : Values.empty();
		Set<String> differing = after.values().differing(old);
		List<Field> fields = item.type().getFields().stream().filter((one) -> differing.contains(one.name())).toList();
		// One limit for all that a page compares
		BlockDiff diff = new BlockDiff(new TextDiff(), view.all());
		List<PageChange> pages = new ArrayList<>();
		if (!fields.isEmpty()) {
			pages.add(page(item, before, after, Language.CHINESE, diff, request, response));
		}
		if (fields.stream().anyMatch((field) -> "en".equals(field.lang()))) {
			pages.add(page(item, before, after, Language.ENGLISH, diff, request, response));
		}
		return new Comparison(item, before, after, pages,
				fields.stream()
					.map((field) -> field(item.type(), field, old.get(field.name()), after.values().get(field.name()),
							before == null, diff))
					.toList(),
				view);
	}

	private FieldChange field(ContentType type, Field field, String before, String after, boolean allNew,
			BlockDiff diff) {
		List<Row> rows = allNew ? diff.plain(blocks(field, after))
				: diff.rows(blocks(field, before), blocks(field, after));
		return new FieldChange(this.forms.label(type, field), "en".equals(field.lang()) ? "en" : null, after.isEmpty(),
				rows, this.forms.thumbs(field, before), this.forms.thumbs(field, after));
	}

	private List<Block> blocks(Field field, String value) {
		if (value.isEmpty()) {
			return List.of();
		}
		return switch (field.kind()) {
			case RICH -> TextBlocks.ofBody(value);
			case LIST, QUOTES -> value.lines().map((line) -> Block.of(this.forms.readable(field, line))).toList();
			default -> List.of(Block.of(this.forms.readable(field, value)));
		};
	}

	private PageChange page(ContentItem item, Revision before, Revision after, Language language, BlockDiff diff,
			HttpServletRequest request, HttpServletResponse response) {
		String lang = (language == Language.ENGLISH) ? "en" : "zh";
		boolean live = before != null && before.id() == liveId(item);
		String now = live ? language.address(item.type().path(before.values())) : (before != null)
				? "/staff/content/%d/revisions/%d/preview?lang=%s".formatted(item.id(), before.id(), lang) : null;
		try {
			List<Block> page = TextBlocks
				.ofPage(this.previews.html(item, after.values(), language, AS_PUBLIC, request, response));
			String old = live ? this.previews.live(item, language, request, response)
					: (before != null)
							? this.previews.html(item, before.values(), language, AS_PUBLIC, request, response)
							: this.previews.without(item, after.values(), language, request, response);
			return new PageChange(lang, now, old.isEmpty() ? diff.plain(page) : diff.rows(TextBlocks.ofPage(old), page),
					null, List.of());
		}
		catch (Refusal ex) {
			return new PageChange(lang, now, List.of(), ex.getKey(), this.forms.lines(item.type(), ex.getProblems()));
		}
	}

	private long liveId(ContentItem item) {
		return this.store.live(item).map(Revision::id).orElse(-1L);
	}

}
