package edu.wenzhou.site.discovery;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import edu.wenzhou.site.web.CollegeProperties;
import edu.wenzhou.site.web.ListAddresses;
import edu.wenzhou.site.web.Page.Version;
import edu.wenzhou.site.web.Pages;
import edu.wenzhou.site.web.PublicPages;
import edu.wenzhou.site.web.PublicPages.Extent;
import edu.wenzhou.site.web.PublicPages.PublicPage;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The pages for search engines, in parts. A part is a stretch of numbers, and an item
 * keeps its number, so no page ever changes its part, and what is new changes the last
 * one. However many pages there are, a few hundred are in memory; the database is asked
 * in steps, so that a visitor who reads slowly keeps no connection to it.
 */
@Component
class Sitemaps {

	/**
	 * Numbers of a part: in two languages 40,000 addresses of the 50,000 that may be in a
	 * file, and with four addresses of 150 letters for each some 36 MB of its 50.
	 */
	private static final long PART = 20_000;

	private static final long STEP = 1000;

	private static final String EVERY_LANGUAGE = "x-default";

	private final PublicPages all;

	private final Pages pages;

	private final List<ListAddresses> lists;

	private final CollegeProperties properties;

	private final long size;

	@Autowired
	Sitemaps(PublicPages all, Pages pages, List<ListAddresses> lists, CollegeProperties properties) {
		this(all, pages, lists, properties, PART);
	}

	/**
	 * Other parts than usual.
	 * @param size numbers of a part
	 */
	Sitemaps(PublicPages all, Pages pages, List<ListAddresses> lists, CollegeProperties properties, long size) {
		this.all = all;
		this.pages = pages;
		this.lists = lists;
		this.properties = properties;
		this.size = size;
	}

	/** All that there is. */
	Extent whole() {
		return this.all.extent(0, Long.MAX_VALUE);
	}

	/** What a part holds, counted from 1; no pages for one that is not there. */
	Extent extent(long part) {
		Extent extent = this.all.extent(first(part), first(part + 1));
		// The fixed pages stand in the first, and change with anything
		return (part == 1) ? new Extent(extent.pages(), extent.last(), whole().changed()) : extent;
	}

	/** All pages, as long as they are one part; else the list of the parts. */
	void write(SitemapKind kind, Extent whole, OutputStream out) throws IOException {
		if (parts(whole) == 1) {
			write(kind, 1, whole, out);
			return;
		}
		SitemapWriter writer = new SitemapWriter(kind, out);
		writer.startParts();
		for (long part = 1; part <= parts(whole); part++) {
			Extent extent = (part == 1) ? whole : extent(part);
			if (extent.pages() > 0) {
				writer.part(this.properties.url(kind.path(part)), extent.changed());
			}
		}
		writer.end();
	}

	void write(SitemapKind kind, long part, Extent extent, OutputStream out) throws IOException {
		SitemapWriter writer = new SitemapWriter(kind, out);
		writer.startPages();
		long below = Math.min(first(part + 1), extent.last() + 1);
		for (long from = first(part); from < below; from += STEP) {
			List<PublicPage> some = new ArrayList<>();
			this.all.each(from, Math.min(from + STEP, below), some::add);
			for (PublicPage page : some) {
				write(writer, page.path(), page.changed(), page.images());
				for (ListAddresses list : this.lists) {
					if (list.path().equals(page.path())) {
						for (String address : list.addresses()) {
							write(writer, address, page.changed(), List.of());
						}
					}
				}
			}
		}
		writer.end();
	}

	private void write(SitemapWriter writer, String path, Instant changed, List<String> images) throws IOException {
		List<Version> versions = this.pages.alternates(path);
		List<String> addresses = images.stream().map(this.properties::url).toList();
		for (Version version : versions) {
			if (!version.language().equals(EVERY_LANGUAGE)) {
				writer.page(version.address(), changed, versions, addresses);
			}
		}
	}

	private long parts(Extent whole) {
		return whole.last() / this.size + 1;
	}

	private long first(long part) {
		return (part - 1) * this.size;
	}

}
