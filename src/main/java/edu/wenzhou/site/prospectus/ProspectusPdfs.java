package edu.wenzhou.site.prospectus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

import edu.wenzhou.site.fact.Notes;
import edu.wenzhou.site.web.NotReadyException;
import edu.wenzhou.site.web.Page;
import jakarta.annotation.PreDestroy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Keeps the PDF of the prospectus in each language: made when it is first asked for, made
 * again when the content is another. One at a time, since a layout takes memory, and on a
 * thread of its own, so that one that hangs holds no visitor for long.
 */
@Component
public class ProspectusPdfs {

	/** How long visitors wait for one that is being made. */
	static final Duration PATIENCE = Duration.ofSeconds(30);

	/** How long one that failed is not tried again. */
	static final Duration PAUSE = Duration.ofSeconds(60);

	private static final Logger logger = LoggerFactory.getLogger(ProspectusPdfs.class);

	private final PdfFonts fonts;

	private final PdfPrinter printer;

	private final ITemplateEngine templates;

	private final ExecutorService press = Executors.newSingleThreadExecutor((task) -> {
		Thread thread = new Thread(task, "prospectus-pdf");
		thread.setDaemon(true);
		return thread;
	});

	private final Map<Locale, Pdf> kept = new ConcurrentHashMap<>();

	private final Map<Locale, Making> makings = new ConcurrentHashMap<>();

	private final AtomicInteger started = new AtomicInteger();

	ProspectusPdfs(PdfFonts fonts, PdfPrinter printer, ITemplateEngine templates) {
		this.fonts = fonts;
		this.printer = printer;
		this.templates = templates;
	}

	/** Whether pages may link to a PDF. */
	public boolean isOffered() {
		return this.fonts.isUsable();
	}

	/**
	 * The PDF of that prospectus; empty on a machine without fonts. Where it cannot be
	 * made, or not in time, the one before stands in for it.
	 * @throws NotReadyException if there is none before either
	 */
	Optional<Pdf> of(Prospectus prospectus, Page page, Locale locale) {
		if (!isOffered()) {
			return Optional.empty();
		}
		Pdf pdf = this.kept.get(locale);
		if (pdf == null || !pdf.generation().equals(prospectus.generation())) {
			pdf = this.makings
				.compute(locale, (key, making) -> isOf(making, prospectus) ? making : start(prospectus, page, locale))
				.get()
				.orElse(pdf);
		}
		if (pdf == null) {
			throw new NotReadyException("The PDF of the prospectus is not made yet, or making it failed");
		}
		return Optional.of(pdf);
	}

	private static boolean isOf(Making making, Prospectus prospectus) {
		return making != null && making.generation().equals(prospectus.generation()) && !making.isToTryAgain();
	}

	private Making start(Prospectus prospectus, Page page, Locale locale) {
		this.started.incrementAndGet();
		CompletableFuture<Pdf> future = CompletableFuture.supplyAsync(() -> make(prospectus, page, locale), this.press);
		future.whenComplete((pdf, failure) -> {
			if (failure != null) {
				logger.error("The PDF of the prospectus cannot be made ({})", locale.toLanguageTag(), failure);
			}
			else {
				this.kept.put(locale, pdf);
			}
		});
		return new Making(prospectus.generation(), System.nanoTime(), future);
	}

	private Pdf make(Prospectus prospectus, Page page, Locale locale) {
		long start = System.nanoTime();
		Context context = new Context(locale);
		context.setVariable("prospectus", prospectus);
		context.setVariable("figures", prospectus.figures());
		context.setVariable("notes", new Notes(locale));
		context.setVariable("page", page);
		try {
			byte[] content = this.printer.print(this.templates.process("prospectus/pdf", context));
			logger.info("Made the PDF of the prospectus ({}): {} kB in {} ms", locale.toLanguageTag(),
					content.length / 1000, (System.nanoTime() - start) / 1_000_000);
			return new Pdf(prospectus.generation(), content, DigestUtils.md5DigestAsHex(content));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@PreDestroy
	void stop() {
		this.press.shutdownNow();
	}

	/** How many were begun since the start. */
	int getMakings() {
		return this.started.get();
	}

	/** A PDF, the state of the content that it shows, and a word that is its own. */
	record Pdf(String generation, byte[] content, String tag) {

	}

	/**
	 * One that is being made, is made, or failed.
	 *
	 * @param begun by {@link System#nanoTime}
	 */
	private record Making(String generation, long begun, CompletableFuture<Pdf> future) {

		private Duration age() {
			return Duration.ofNanos(System.nanoTime() - this.begun);
		}

		private boolean isToTryAgain() {
			return this.future.isCompletedExceptionally() && age().compareTo(PAUSE) > 0;
		}

		/** Empty if it failed or is not made in time; who comes late waits less. */
		private Optional<Pdf> get() {
			try {
				return Optional
					.of(this.future.get(Math.max(0, PATIENCE.minus(age()).toMillis()), TimeUnit.MILLISECONDS));
			}
			catch (ExecutionException | TimeoutException | CancellationException ex) {
				return Optional.empty();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return Optional.empty();
			}
		}

	}

}
