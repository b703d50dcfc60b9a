package edu.wenzhou.site.fact;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import edu.wenzhou.site.fact.SourceDocumentRepository.Heading;
import edu.wenzhou.site.text.LocalizedText;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Reads all figures at once (at most one SQL statement) for a page of one language. */
@Component
public class Figures {

	/** The type of content that figures are. */
	public static final String TYPE = "figure";

	private final FactRepository facts;

	private final SourceDocumentRepository documents;

	private final MessageSource messages;

	private final Map<Locale, Kept> kept = new ConcurrentHashMap<>();

	Figures(FactRepository facts, SourceDocumentRepository documents, MessageSource messages) {
		this.facts = facts;
		this.documents = documents;
		this.messages = messages;
	}

	/**
	 * What the documents are called that figures come from, by their number: one SQL
	 * statement.
	 */
	public Map<Long, LocalizedText> documents() {
		return this.documents.findHeadings().stream().collect(Collectors.toMap(Heading::getId, Heading::getTitle));
	}

	/**
	 * Every figure, in the order of the figures page. The same book for all who ask
	 * outside of a transaction, until the site changes.
	 */
	public FigureBook in(Locale locale) {
		List<Fact> all = this.facts.findAllWithSources();
		Kept known = this.kept.get(locale);
		// The very same ones: the repository hands them out until the site changes
		if (known != null && known.facts() == all) {
			return known.book();
		}
		FigureBook book = new FigureBook(all, this.messages, locale);
		// What a transaction reads is its own, such as that of a preview
		if (!TransactionSynchronizationManager.isActualTransactionActive()) {
			this.kept.put(locale, new Kept(all, book));
		}
		return book;
	}

	private record Kept(List<Fact> facts, FigureBook book) {

	}

}
