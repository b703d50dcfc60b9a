package edu.wenzhou.site.table;

import java.io.ByteArrayInputStream;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A part of a workbook, read from its beginning to its end. No definition of a document
 * type is taken, so there are no entities, and nothing is fetched.
 */
final class Xml implements AutoCloseable {

	/** Spreadsheets stop at 32,767 characters. */
	private static final int LONGEST_TEXT = 40_000;

	private static final int DEEPEST = 40;

	/** Steps of a part; a hundred thousand cells take eight each. */
	private static final int MOST_STEPS = 1_000_000;

	private static final XMLInputFactory FACTORY = XMLInputFactory.newDefaultFactory();

	static {
		FACTORY.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		FACTORY.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
	}

	private final XMLStreamReader reader;

	private int depth;

	private int steps;

	Xml(byte[] part) throws XMLStreamException {
		this.reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(part));
	}

	/** Goes on to the next element that begins or ends, or text; false at the end. */
	boolean next() throws XMLStreamException {
		if (!this.reader.hasNext()) {
			return false;
		}
		switch (this.reader.next()) {
			case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
				throw new XMLStreamException("A workbook defines no document type");
			case XMLStreamConstants.START_ELEMENT -> this.depth++;
			case XMLStreamConstants.END_ELEMENT -> this.depth--;
			default -> {
			}
		}
		this.steps++;
		if (this.depth > DEEPEST || this.steps > MOST_STEPS) {
			throw new XMLStreamException("Too much");
		}
		return true;
	}

	boolean begins(String element) {
		return this.reader.isStartElement() && this.reader.getLocalName().equals(element);
	}

	boolean ends(String element) {
		return this.reader.isEndElement() && this.reader.getLocalName().equals(element);
	}

	/** Empty where there is none. */
	String attribute(String name) {
		for (int i = 0; i < this.reader.getAttributeCount(); i++) {
			if (this.reader.getAttributeLocalName(i).equals(name)) {
				return this.reader.getAttributeValue(i);
			}
		}
		return "";
	}

	/**
	 * All runs of a text within an element that has begun, without what tells how Chinese
	 * or Japanese words are read aloud.
	 */
	String texts(String element) throws XMLStreamException {
		StringBuilder text = new StringBuilder();
		boolean aloud = false;
		while (next() && !ends(element)) {
			if (begins("rPh") || ends("rPh")) {
				aloud = begins("rPh");
			}
			else if (begins("t") && !aloud) {
				text.append(text("t"));
			}
		}
		return fitting(text.toString());
	}

	/** The text of an element that has begun and has no others in it. */
	String text(String element) throws XMLStreamException {
		StringBuilder text = new StringBuilder();
		while (next() && !ends(element)) {
			if (this.reader.isCharacters()) {
				text.append(this.reader.getText());
				fitting(text);
			}
		}
		return text.toString();
	}

	private static <T extends CharSequence> T fitting(T text) throws XMLStreamException {
		if (text.length() > LONGEST_TEXT) {
			throw new XMLStreamException("Too long");
		}
		return text;
	}

	@Override
	public void close() throws XMLStreamException {
		this.reader.close();
	}

}
