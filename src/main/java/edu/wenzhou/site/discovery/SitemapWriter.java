package edu.wenzhou.site.discovery;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import edu.wenzhou.site.web.Page.Version;
import edu.wenzhou.site.web.SiteTime;

/** Writes a sitemap entry by entry and remembers none. */
class SitemapWriter {

	private static final String SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";

	private static final String XHTML = "http://www.w3.org/1999/xhtml";

	private static final String IMAGE = "http://www.google.com/schemas/sitemap-image/1.1";

	private static final String MOBILE = "http://www.baidu.com/schemas/sitemap-mobile/1/";

	/** Of one page, as search engines count. */
	private static final int MOST_IMAGES = 1000;

	/** Bytes of one file that may be pictures; the rest of its 50 MB is for pages. */
	private static final int ROOM_FOR_IMAGES = 12_000_000;

	private final SitemapKind kind;

	private final XMLStreamWriter xml;

	private int imageBytes;

	SitemapWriter(SitemapKind kind, OutputStream out) throws IOException {
		this.kind = kind;
		try {
			this.xml = XMLOutputFactory.newDefaultFactory()
				.createXMLStreamWriter(new BufferedOutputStream(out), StandardCharsets.UTF_8.name());
			this.xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
		}
		catch (XMLStreamException ex) {
			throw new IOException(ex);
		}
	}

	void startPages() throws IOException {
		write(() -> {
			start("urlset");
			if (this.kind == SitemapKind.STANDARD) {
				this.xml.writeNamespace("xhtml", XHTML);
				this.xml.writeNamespace("image", IMAGE);
			}
			else {
				this.xml.writeNamespace("mobile", MOBILE);
			}
		});
	}

	/**
	 * A page in one language.
	 * @param versions it in all languages
	 * @param images with host
	 */
	void page(String address, Instant changed, List<Version> versions, List<String> images) throws IOException {
		write(() -> {
			this.xml.writeStartElement("url");
			element("loc", address);
			if (this.kind == SitemapKind.BAIDU) {
				this.xml.writeEmptyElement("mobile", "mobile", MOBILE);
				this.xml.writeAttribute("type", "pc,mobile");
			}
			changed(changed);
			if (this.kind == SitemapKind.STANDARD) {
				for (Version version : versions) {
					this.xml.writeEmptyElement("xhtml", "link", XHTML);
					this.xml.writeAttribute("rel", "alternate");
					this.xml.writeAttribute("hreflang", version.language());
					this.xml.writeAttribute("href", version.address());
				}
				for (String image : images.subList(0, Math.min(MOST_IMAGES, images.size()))) {
					image(image);
				}
			}
			this.xml.writeEndElement();
			this.xml.writeCharacters("\n");
		});
	}

	private void image(String address) throws XMLStreamException {
		int bytes = address.length() + "<image:image><image:loc></image:loc></image:image>".length();
		if (this.imageBytes + bytes <= ROOM_FOR_IMAGES) {
			this.imageBytes += bytes;
			this.xml.writeStartElement("image", "image", IMAGE);
			this.xml.writeStartElement("image", "loc", IMAGE);
			this.xml.writeCharacters(address);
			this.xml.writeEndElement();
			this.xml.writeEndElement();
		}
	}

	void startParts() throws IOException {
		write(() -> start("sitemapindex"));
	}

	void part(String address, Instant changed) throws IOException {
		write(() -> {
			this.xml.writeStartElement("sitemap");
			element("loc", address);
			changed(changed);
			this.xml.writeEndElement();
		});
	}

	void end() throws IOException {
		write(() -> {
			this.xml.writeEndDocument();
			this.xml.flush();
		});
	}

	private void start(String root) throws XMLStreamException {
		this.xml.writeStartElement(root);
		this.xml.writeDefaultNamespace(SITEMAP);
	}

	private void changed(Instant changed) throws XMLStreamException {
		if (changed != null) {
			element("lastmod", SiteTime.iso(changed));
		}
	}

	private void element(String name, String text) throws XMLStreamException {
		this.xml.writeStartElement(name);
		this.xml.writeCharacters(text);
		this.xml.writeEndElement();
	}

	private static void write(Step step) throws IOException {
		try {
			step.run();
		}
		catch (XMLStreamException ex) {
			// Else the connection of a visitor who left would look like a fault of ours
			throw (ex.getNestedException() instanceof IOException cause) ? cause : new IOException(ex);
		}
	}

	@FunctionalInterface
	private interface Step {

		void run() throws XMLStreamException;

	}

}
