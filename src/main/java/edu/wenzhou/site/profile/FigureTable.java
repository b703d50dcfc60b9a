package edu.wenzhou.site.profile;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import edu.wenzhou.site.fact.Figure;
import edu.wenzhou.site.fact.FigureBook;
import edu.wenzhou.site.fact.SourceQuote;

/**
 * All figures as comma-separated values (RFC 4180), with a byte order mark so that
 * spreadsheets read the Chinese.
 */
final class FigureTable {

	private static final String BYTE_ORDER_MARK = "\uFEFF";

	private static final List<String> HEADINGS = List.of("code", "label", "period", "before", "value", "after", "unit",
			"state", "source", "qualifier", "group", "as_of", "quote", "document");

	private FigureTable() {
	}

	/**
	 * The table in the language of the book.
	 * @param documents what the source texts are called, by their number
	 */
	static String of(FigureBook figures, Map<Long, String> documents) {
		return BYTE_ORDER_MARK
				+ Stream.concat(Stream.of(HEADINGS), figures.all().stream().map((figure) -> row(figure, documents)))
					.map((row) -> row.stream().map(FigureTable::cell).collect(Collectors.joining(",")))
					.collect(Collectors.joining("\r\n", "", "\r\n"));
	}

	private static List<String> row(Figure figure, Map<Long, String> documents) {
		SourceQuote source = figure.sources().get(0);
		return List.of(figure.code(), figure.label(), (figure.period() != null) ? figure.period() : "", figure.before(),
				figure.value(), figure.after(), figure.unit(), figure.state().name(), source.getAnchor(),
				figure.qualifier().name(), figure.group().name(),
				(figure.asOf() != null) ? figure.asOf().toString() : "", source.getReadable(),
				documents.get(source.getDocumentId()));
	}

	/**
	 * Quoted always, without the space that sets an English word off from its number; a
	 * leading character that a spreadsheet would calculate with is made text.
	 */
	private static String cell(String value) {
		String plain = value.replace('\u00a0', ' ').strip();
		String safe = plain.matches("[=+@\\-\t\r].*") ? "'" + plain : plain;
		return '"' + safe.replace("\"", "\"\"") + '"';
	}

}
