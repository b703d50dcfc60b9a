package edu.wenzhou.site.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which part of a long list is shown, by the GET parameter {@code page}, counted from 1;
 * and the links to the other parts, which keep what the list is filtered by.
 */
public final class Paging {

	static final String PARAMETER = "page";

	/** How many pages on either side of the current one have a link. */
	private static final int NEAR = 1;

	private final String path;

	private final Map<String, String> kept;

	private final int number;

	private final int pages;

	private final int size;

	private Paging(String path, Map<String, String> kept, int number, int pages, int size) {
		this.path = path;
		this.kept = kept;
		this.number = number;
		this.pages = pages;
		this.size = size;
	}

	/**
	 * The part that a visitor asks for. What is no number is answered by the 400 page, a
	 * number past the end by the 404 page.
	 * @param path of the list
	 * @param parameter as it came; may be null
	 * @param items how many the filters leave
	 * @param size how many a page shows
	 */
	public static Paging of(String path, String parameter, long items, int size, Filter<?>... filters) {
		Map<String, String> kept = new LinkedHashMap<>();
		for (Filter<?> filter : filters) {
			if (filter.getSelected() != null) {
				kept.put(filter.getName(), filter.getSelected().value());
			}
		}
		return of(path, parameter, items, size, kept);
	}

	/**
	 * The same for a list that is filtered by what was typed.
	 * @param kept what it is filtered by, by the names of the parameters
	 */
	public static Paging of(String path, String parameter, long items, int size, Map<String, String> kept) {
		String wanted = (parameter != null) ? parameter.strip() : "";
		if (!wanted.matches("|[1-9][0-9]{0,8}")) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
		}
		int number = wanted.isEmpty() ? 1 : Integer.parseInt(wanted);
		long pages = Math.max(1, (items + size - 1) / size);
		if (number > pages) {
			throw new NotFoundException();
		}
		return new Paging(path, kept, number, Math.toIntExact(pages), size);
	}

	public int getNumber() {
		return this.number;
	}

	/** At least 1, for a list without items too. */
	public int getPages() {
		return this.pages;
	}

	/** How many items stand on the pages before. */
	public int offset() {
		return (this.number - 1) * this.size;
	}

	/** The link to the page before; null on the first. */
	public String getPrevious() {
		return (this.number > 1) ? link(this.number - 1) : null;
	}

	/** The link to the page after; null on the last. */
	public String getNext() {
		return (this.number < this.pages) ? link(this.number + 1) : null;
	}

	/**
	 * The first page, the last, and those around this one; null where some are left out.
	 */
	public List<Step> getSteps() {
		List<Step> steps = new ArrayList<>();
		int before = 0;
		for (int page : IntStream.rangeClosed(1, this.pages)
			.filter((page) -> page == 1 || page == this.pages || Math.abs(page - this.number) <= NEAR)
			.toArray()) {
			if (page == before + 2) {
				steps.add(step(page - 1));
			}
			else if (page > before + 2) {
				steps.add(null);
			}
			steps.add(step(page));
			before = page;
		}
		return steps;
	}

	private Step step(int page) {
		return new Step(page, link(page), page == this.number);
	}

	private String link(int page) {
		UriComponentsBuilder link = UriComponentsBuilder.fromPath(this.path);
		// As variables, since in them every sign is encoded that means something
		this.kept.keySet().forEach((name) -> link.queryParam(name, "{" + name + "}"));
		return ((page > 1) ? link.queryParam(PARAMETER, page) : link).encode().buildAndExpand(this.kept).toUriString();
	}

	/**
	 * A page of the list.
	 *
	 * @param link its path, query included, without language
	 * @param current whether it is shown
	 */
	public record Step(int number, String link, boolean current) {

	}

}
