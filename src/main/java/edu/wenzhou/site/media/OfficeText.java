package edu.wenzhou.site.media;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The text of a Word or Excel file that {@link OfficeCheck} has let in: paragraph by
 * paragraph, cell by cell, headers, notes, comments and text boxes among it. Reads each
 * part as it comes and keeps nothing but the text; declarations and entities of XML are
 * not followed.
 */
final class OfficeText {

	private static final Pattern PART = Pattern.compile("(?:word|xl)/(?!.*(?:styles|theme|settings)).*\\.xml");

	private OfficeText() {
	}

	private static XMLInputFactory factory() {
		XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		return factory;
	}

	/**
	 * Reads all that there is.
	 * @throws IOException if it cannot be read to its end
	 */
	static void read(byte[] content, TextCollector text) throws IOException {
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
			ZipEntry entry;
			while ((entry = zip.getNextEntry()) != null) {
				if (PART.matcher(entry.getName()).matches()) {
					part(new Part(zip), text);
				}
			}
		}
	}

	private static void part(InputStream part, TextCollector text) throws IOException {
		try {
			XMLStreamReader xml = factory().createXMLStreamReader(part);
			boolean said = false;
			boolean number = false;
			StringBuilder value = new StringBuilder();
			while (xml.hasNext()) {
				switch (xml.next()) {
					case XMLStreamConstants.START_ELEMENT -> {
						switch (xml.getLocalName()) {
							case "t" -> said = true;
							case "c" -> number = isNumber(xml.getAttributeValue(null, "t"));
							case "v" -> value.setLength(0);
							case "br", "cr" -> text.end();
							case "tab" -> text.add(" ");
							default -> {
							}
						}
					}
					case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
						if (said) {
							text.add(xml.getText());
						}
						else if (number && value.length() < 100) {
							value.append(xml.getText());
						}
					}
					case XMLStreamConstants.END_ELEMENT -> {
						switch (xml.getLocalName()) {
							case "t" -> said = false;
							case "v" -> {
								if (number) {
									text.add(plain(value.toString().strip()));
								}
							}
							case "c" -> {
								number = false;
								text.end();
							}
							case "p", "si", "comment" -> text.end();
							default -> {
							}
						}
					}
					default -> {
					}
				}
			}
			text.end();
		}
		catch (XMLStreamException ex) {
			throw new IOException("A part is no XML", ex);
		}
	}

	/** Texts are elsewhere, and truths and errors are neither. */
	private static boolean isNumber(String type) {
		return type == null || type.equals("n") || type.equals("str");
	}

	/** Excel keeps long numbers as 1.3812345678E10. */
	private static String plain(String number) {
		return number.matches("-?[0-9]+(\\.[0-9]+)?E[+]?[0-9]{1,2}") ? new BigDecimal(number).toPlainString() : number;
	}

	/** Ends where the part does; the archive stays open. */
	private static final class Part extends FilterInputStream {

		private long left = UploadLimits.UNPACKED_BYTES;

		Part(InputStream archive) {
			super(archive);
		}

		@Override
		public int read() throws IOException {
			byte[] one = new byte[1];
			return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xff;
		}

		@Override
		public int read(byte[] buffer, int offset, int length) throws IOException {
			int count = super.read(buffer, offset, length);
			this.left -= Math.max(0, count);
			if (this.left < 0) {
				throw new IOException("A part is too large");
			}
			return count;
		}

		@Override
		public void close() {
			// The next part is still to be read
		}

	}

}
