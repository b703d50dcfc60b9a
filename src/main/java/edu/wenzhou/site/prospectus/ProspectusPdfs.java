package edu.wenzhou.site.prospectus;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import edu.wenzhou.site.fact.Notes;
import edu.wenzhou.site.web.Page;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Keeps the PDF of the prospectus in each language: made when it is first asked for, made
 * again when the content is another, one at a time.
 */
@Component
class ProspectusPdfs {

	private static final Logger logger = LoggerFactory.getLogger(ProspectusPdfs.class);

	private final PdfFonts fonts;

	private final PdfPrinter printer;

	private final ITemplateEngine templates;

	private final Map<Locale, Making> kept = new ConcurrentHashMap<>();

	private final AtomicInteger makings = new AtomicInteger();

	ProspectusPdfs(PdfFonts fonts, PdfPrinter printer, ITemplateEngine templates) {
		this.fonts = fonts;
		this.printer = printer;
		this.templates = templates;
	}

	/** Whether pages may link to a PDF. */
	boolean isOffered() {
		return this.fonts.isUsable();
	}

	/**
	 * The PDF of that prospectus; empty on a machine without fonts.
	 * @throws IllegalStateException if making it failed; it is not tried again before the
	 * content is another
	 */
	Optional<Pdf> of(Prospectus prospectus, Page page, Locale locale) {
		if (!isOffered()) {
			return Optional.empty();
		}
		Making making = kept(prospectus, locale);
		return Optional.of(((making != null) ? making : makeOneAtATime(prospectus, page, locale)).pdf()
			.orElseThrow(() -> new IllegalStateException(
					"The PDF of the prospectus could not be made; the log says why where it was tried")));
	}

	private Making kept(Prospectus prospectus, Locale locale) {
		Making making = this.kept.get(locale);
		return (making != null && making.generation().equals(prospectus.generation())) ? making : null;
	}

	/** A layout takes memory; who waited for another's finds it made. */
	private synchronized Making makeOneAtATime(Prospectus prospectus, Page page, Locale locale) {
		Making making = kept(prospectus, locale);
		if (making == null) {
			making = new Making(prospectus.generation(), make(prospectus, page, locale));
			this.kept.put(locale, making);
		}
		return making;
	}

	private Optional<Pdf> make(Prospectus prospectus, Page page, Locale locale) {
		long start = System.nanoTime();
		this.makings.incrementAndGet();
		try {
			Context context = new Context(locale);
			context.setVariable("prospectus", prospectus);
			context.setVariable("figures", prospectus.figures());
			context.setVariable("notes", new Notes(locale));
			context.setVariable("page", page);
			byte[] content = this.printer.print(this.templates.process("prospectus/pdf", context));
			logger.info("Made the PDF of the prospectus ({}): {} kB in {} ms", locale.toLanguageTag(),
					content.length / 1000, (System.nanoTime() - start) / 1_000_000);
			return Optional.of(new Pdf(content, DigestUtils.md5DigestAsHex(content)));
		}
		catch (IOException | RuntimeException ex) {
			logger.error("The PDF of the prospectus cannot be made", ex);
			return Optional.empty();
		}
	}

	/** How many were made since the start. */
	int getMakings() {
		return this.makings.get();
	}

	/** A PDF and a word that is its own. */
	record Pdf(byte[] content, String tag) {

	}

	private record Making(String generation, Optional<Pdf> pdf) {

	}

}
