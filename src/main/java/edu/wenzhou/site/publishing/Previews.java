package edu.wenzhou.site.publishing;

import java.util.List;
import java.util.function.Consumer;

import edu.wenzhou.site.media.Preview;
import edu.wenzhou.site.web.Language;
import edu.wenzhou.site.web.NotFoundException;
import edu.wenzhou.site.web.Rendering;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Shows how public pages would look with other values: writes them into the public tables
 * as publishing does, lets the public controllers and templates render the page in the
 * same transaction, and rolls it back. So a preview is what would be public and nothing
 * else, on every page that the item is part of.
 */
@Service
class Previews {

	/** A page as visitors get it. */
	private static final Consumer<HttpServletRequest> AS_IT_IS = (visit) -> {
	};

	private final TypedTables tables;

	private final Checks checks;

	private final ContentStore store;

	private final Rendering rendering;

	private final TransactionTemplate transaction;

	Previews(TypedTables tables, Checks checks, ContentStore store, Rendering rendering,
			TransactionTemplate transaction) {
		this.tables = tables;
		this.checks = checks;
		this.store = store;
		this.rendering = rendering;
		this.transaction = transaction;
	}

	/**
	 * The HTML of the page on which the item would stand with these values.
	 * @param under what the addresses of its files begin with, which may not be public
	 * yet
	 * @throws Refusal if no page can be made of them as they are
	 */
	String html(ContentItem item, Values values, Language language, String under, HttpServletRequest request,
			HttpServletResponse response) {
		List<Problem> problems = this.checks.showing(item.type(), item.id(), values);
		if (!problems.isEmpty()) {
			throw new Refusal("staff.refusal.preview", problems);
		}
		return this.transaction.execute((status) -> {
			status.setRollbackOnly();
			try {
				this.tables.write(item.type(), item.publishedSlug(), unending(item.type(), values));
			}
			catch (DataIntegrityViolationException ex) {
				throw new Refusal("staff.refusal.tables");
			}
			return page(item.type().path(values), language, request, response, new Preview(under, values.files())::on);
		});
	}

	/** What has ended would have no page any more. No page says when it ends. */
	private static Values unending(ContentType type, Values values) {
		return (type.expiryField() != null) ? values.with(type.expiryField(), "") : values;
	}

	/** The same page as it is; empty if the item is not public. */
	String live(ContentItem item, Language language, HttpServletRequest request, HttpServletResponse response) {
		return this.store.live(item)
			.map((live) -> page(item.type().path(live.values()), language, request, response, AS_IT_IS))
			.orElse("");
	}

	/**
	 * The page of which an item that is not public would become a part; empty if it would
	 * have a page of its own.
	 */
	String without(ContentItem item, Values values, Language language, HttpServletRequest request,
			HttpServletResponse response) {
		String path = item.type().path(values);
		return (item.isLive() || path.indexOf('#') < 0) ? "" : page(path, language, request, response, AS_IT_IS);
	}

	private String page(String path, Language language, HttpServletRequest request, HttpServletResponse response,
			Consumer<HttpServletRequest> prepare) {
		int fragment = path.indexOf('#');
		try {
			return this.rendering.html((fragment < 0) ? path : path.substring(0, fragment), language, request, response,
					prepare);
		}
		catch (NotFoundException ex) {
			throw new Refusal("staff.refusal.no-page");
		}
	}

}
