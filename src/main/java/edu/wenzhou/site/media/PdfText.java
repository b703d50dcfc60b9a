package edu.wenzhou.site.media;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * The text of a PDF. PDFBox unpacks into memory as much as a file says, so a file is
 * looked through first: what unpacks to too much, is packed twice or in a way that cannot
 * be looked through, is not read.
 */
final class PdfText {

	/** Longer than any that people publish. */
	private static final int PAGES = 500;

	/** Bytes before what is packed. */
	private static final int HEADER = 2;

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private static final Pattern STREAM = Pattern.compile("(?<!end)stream *(?:\\r\\n?|\\n)?");

	/**
	 * Locked, or packed in ways that are old, double, or not said where they can be read.
	 */
	private static final Pattern CLOSED = Pattern.compile(String.join("|", "/Encrypt\\b", "/LZW", "/RunLength",
			"/Crypt\\b", "/Filter\\b(?!\\s*+[/\\[])", "/Filter\\s*+/RL\\b", "/Filter\\s*+\\[(?![^\\]%]{0,200}\\])",
			"/Filter\\s*+\\[[^\\]]{0,200}(?:\\bR\\b|/RL\\b|/Fl[^\\]]{0,200}/Fl)",
			"/D(?:P|ecodeParms)\\s*+(?:[0-9]+\\s++[0-9]+\\s++R|\\[[^\\]]{0,200}[0-9]\\s++R)\\b",
			"/Columns\\b(?!\\s*+[0-9]{1,4}\\b)", "/Columns\\s*+[0-9]+\\s++[0-9]+\\s++R\\b"));

	private PdfText() {
	}

	/**
	 * Reads all that there is.
	 * @throws IOException if it cannot be read to its end
	 */
	static void read(byte[] content, TextCollector text) throws IOException {
		demandModest(content);
		try (PDDocument document = Loader.loadPDF(content)) {
			if (document.getNumberOfPages() > PAGES) {
				throw new IOException("More pages than anybody reads");
			}
			new Stripper(System.nanoTime() + PATIENCE.toNanos()).writeText(document, text);
			text.end();
		}
		catch (RuntimeException | StackOverflowError ex) {
			// It is a file from anywhere, and its reader fails in every way that there is
			throw new IOException("Cannot be read", ex);
		}
	}

	private static void demandModest(byte[] content) throws IOException {
		String exact = new String(content, StandardCharsets.ISO_8859_1);
		if (CLOSED.matcher(PdfCheck.names(exact)).find()) {
			throw new IOException("Locked, or packed in an unusual way");
		}
		long left = UploadLimits.UNPACKED_BYTES;
		byte[] buffer = new byte[64 * 1024];
		for (int at : STREAM.matcher(exact).results().mapToInt((match) -> match.end()).toArray()) {
			// As PDFBox does: whatever the header is
			Inflater inflater = new Inflater(true);
			int from = Math.min(at + HEADER, content.length);
			try (InputStream unpacked = new InflaterInputStream(
					new ByteArrayInputStream(content, from, content.length - from), inflater)) {
				int count;
				while ((count = unpacked.read(buffer)) > 0) {
					left -= count;
					if (left < 0) {
						throw new IOException("Unpacks to too much");
					}
				}
			}
			catch (ZipException | EOFException ex) {
				// Not packed, or broken from here on: PDFBox gets no further either
				continue;
			}
			finally {
				inflater.end();
			}
		}
	}

	/** Gives up after a while, also in the middle of a page. */
	private static final class Stripper extends PDFTextStripper {

		private final long deadline;

		Stripper(long deadline) throws IOException {
			this.deadline = deadline;
			setSortByPosition(false);
		}

		@Override
		protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
			if (System.nanoTime() > this.deadline) {
				throw new IllegalStateException("Takes too long");
			}
			super.processOperator(operator, operands);
		}

	}

}
