package edu.wenzhou.site.discovery;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Pattern;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import edu.wenzhou.site.discovery.Feed.Entry;
import edu.wenzhou.site.discovery.Feed.Text;
import edu.wenzhou.site.media.Attachments.Attachment;
import edu.wenzhou.site.web.CollegeProperties;
import edu.wenzhou.site.web.SiteTime;

/** Atom 1.0 (RFC 4287). */
final class AtomFeed {

	/** What no XML may hold; nobody can read it either. */
	private static final Pattern FORBIDDEN = Pattern
		.compile("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

	private static final String ATOM = "http://www.w3.org/2005/Atom";

	private final XMLStreamWriter xml;

	private final CollegeProperties properties;

	private AtomFeed(XMLStreamWriter xml, CollegeProperties properties) {
		this.xml = xml;
		this.properties = properties;
	}

	static byte[] of(Feed feed, CollegeProperties properties) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory()
				.createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
			new AtomFeed(xml, properties).write(feed);
			xml.close();
		}
		catch (XMLStreamException ex) {
			throw new IllegalStateException(ex);
		}
		return out.toByteArray();
	}

	private void write(Feed feed) throws XMLStreamException {
		this.xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
		this.xml.writeStartElement("feed");
		this.xml.writeDefaultNamespace(ATOM);
		this.xml.writeAttribute("xml:lang", feed.language());
		element("id", feed.id());
		element("title", feed.title());
		element("subtitle", feed.subtitle());
		element("updated", feed.updated());
		this.xml.writeStartElement("author");
		element("name", feed.author());
		element("uri", feed.site());
		this.xml.writeEndElement();
		link("self", feed.atom(), "application/atom+xml");
		end();
		link("alternate", feed.home(), "text/html");
		end();
		for (Feed.Related related : feed.related()) {
			link("related", related.address(), related.type());
			this.xml.writeAttribute("title", related.title());
			end();
		}
		element("icon", feed.icon());
		for (Entry entry : feed.entries()) {
			write(entry);
		}
		this.xml.writeEndDocument();
	}

	private void write(Entry entry) throws XMLStreamException {
		this.xml.writeStartElement("entry");
		element("id", entry.id());
		text("title", "text", entry.title());
		link("alternate", entry.address(), "text/html");
		end();
		for (Attachment file : entry.attachments()) {
			link("enclosure", this.properties.url(file.address()), file.type());
			this.xml.writeAttribute("length", Long.toString(file.bytes()));
			this.xml.writeAttribute("title", legal(file.name()));
			end();
		}
		element("published", entry.published());
		element("updated", entry.updated());
		this.xml.writeEmptyElement("category");
		this.xml.writeAttribute("term", entry.category());
		this.xml.writeAttribute("label", entry.label());
		if (entry.summary() != null) {
			text("summary", "text", entry.summary());
		}
		text("content", "html", entry.content());
		this.xml.writeEndElement();
	}

	private void text(String name, String type, Text text) throws XMLStreamException {
		this.xml.writeStartElement(name);
		this.xml.writeAttribute("type", type);
		this.xml.writeAttribute("xml:lang", text.language());
		this.xml.writeCharacters(legal(text.text()));
		this.xml.writeEndElement();
	}

	private void element(String name, Instant moment) throws XMLStreamException {
		element(name, SiteTime.iso(moment));
	}

	private void element(String name, String text) throws XMLStreamException {
		this.xml.writeStartElement(name);
		this.xml.writeCharacters(legal(text));
		this.xml.writeEndElement();
	}

	private static String legal(String text) {
		return FORBIDDEN.matcher(text).replaceAll("");
	}

	private void link(String relation, String address, String type) throws XMLStreamException {
		this.xml.writeStartElement("link");
		this.xml.writeAttribute("rel", relation);
		this.xml.writeAttribute("href", address);
		this.xml.writeAttribute("type", type);
	}

	private void end() throws XMLStreamException {
		this.xml.writeEndElement();
	}

}
