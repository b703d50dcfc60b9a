package edu.wenzhou.site.delivery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import edu.wenzhou.site.database.Breaker;
import edu.wenzhou.site.web.Language;
import edu.wenzhou.site.web.PublicPages;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;

/**
 * Renders every public page after a start and after each change of the content, those
 * asked for most first, and copies them to the mirror: the list of all pages, and what
 * their links, pictures and choices lead to. One at a time, so that visitors go before.
 */
class Warmer implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(Warmer.class);

	/** What depends on the day is seen after this long, though nothing was published. */
	private static final Duration ANEW_AFTER = Duration.ofMinutes(10);

	/** No page links to them; programs know their names. */
	private static final List<String> KNOWN = List.of("/robots.txt", "/favicon.ico", "/llms.txt", "/en/llms.txt");

	private static final Duration PAUSE = Duration.ofSeconds(5);

	private final Renewals renewals;

	private final Renditions renditions;

	private final Mirror mirror;

	private final Keys keys;

	private final PublicPages pages;

	/** Some links have it, for those who keep a page elsewhere. */
	private final String base;

	private final Breaker breaker;

	private final AtomicLong generation;

	private final CountDownLatch ready = new CountDownLatch(1);

	private final Semaphore calls = new Semaphore(0);

	private volatile Thread thread;

	private volatile long warmed = -1;

	Warmer(Renewals renewals, Renditions renditions, Mirror mirror, Keys keys, PublicPages pages, String base,
			Breaker breaker, AtomicLong generation) {
		this.renewals = renewals;
		this.renditions = renditions;
		this.mirror = mirror;
		this.keys = keys;
		this.pages = pages;
		this.base = base;
		this.breaker = breaker;
		this.generation = generation;
	}

	/** There is something new to be rendered. */
	void wake() {
		this.mirror.setOutdated();
		this.calls.release();
	}

	/** The generation of which every page is ready; -1 for none. */
	long warmed() {
		return this.warmed;
	}

	/** Rendering would hold up the start. */
	@EventListener(ApplicationReadyEvent.class)
	void siteIsReady() {
		this.ready.countDown();
	}

	@Override
	public void start() {
		// Others may have published while this node was away
		this.mirror.setOutdated();
		this.thread = new Thread(this::run, "warmer");
		this.thread.setDaemon(true);
		this.thread.setPriority(Thread.MIN_PRIORITY);
		this.thread.start();
	}

	@Override
	public void stop() {
		Thread running = this.thread;
		this.thread = null;
		if (running != null) {
			running.interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.thread != null;
	}

	private void run() {
		try {
			this.ready.await();
			boolean done = true;
			while (isRunning()) {
				boolean called = this.calls.tryAcquire((done ? ANEW_AFTER : PAUSE).toMillis(), TimeUnit.MILLISECONDS);
				this.calls.drainPermits();
				if (this.renewals.isReady() && this.generation.get() >= 0 && !this.breaker.isOpen()) {
					done = pass(done && !called);
				}
			}
		}
		catch (InterruptedException ex) {
			logger.debug("Ended");
		}
	}

	/**
	 * Whether it came to its end; else there is a newer generation, or the database is
	 * away.
	 * @param anew whether what is of this generation is rendered again, too
	 */
	private boolean pass(boolean anew) throws InterruptedException {
		long number = this.generation.get();
		long start = System.nanoTime();
		Set<String> seen = new HashSet<>();
		Set<String> gone = new HashSet<>();
		Deque<String> waiting = new ArrayDeque<>();
		boolean whole = true;
		boolean copied = true;
		try {
			this.renditions.mostAsked().forEach(waiting::add);
			this.pages.each((page) -> add(waiting, page.path()));
			waiting.addAll(KNOWN);
			while (!waiting.isEmpty()) {
				String key = waiting.remove();
				if (!seen.add(key)) {
					continue;
				}
				if (this.generation.get() != number || this.breaker.isOpen() || !isRunning()) {
					return false;
				}
				try {
					Rendition rendition = this.renditions.get(key);
					if (anew || rendition == null || rendition.generation() != number) {
						rendition = this.renewals.ask(key);
					}
					if (rendition != null) {
						copied &= this.mirror.write(rendition);
						links(rendition).stream().filter((link) -> !seen.contains(link)).forEach(waiting::add);
					}
					else {
						gone.add(key);
					}
				}
				catch (IOException ex) {
					whole = false;
					logger.info("Not rendered: {}", ex.getMessage());
				}
			}
		}
		catch (RuntimeException ex) {
			logger.warn("Pages could not be rendered ahead: {}", ex.toString());
			return false;
		}
		if (!whole) {
			logger.warn("Some pages could not be rendered ahead; trying again");
			return false;
		}
		seen.removeAll(gone);
		this.mirror.retain(seen);
		if (copied) {
			this.mirror.setCurrent();
			if (this.generation.get() != number) {
				this.mirror.setOutdated();
			}
		}
		this.warmed = number;
		logger.info("{} pages and files are ready, after {} ms", seen.size(), (System.nanoTime() - start) / 1_000_000);
		return true;
	}

	private static void add(Deque<String> waiting, String path) {
		for (Language language : Language.values()) {
			waiting.add(language.address(path));
		}
	}

	private Set<String> links(Rendition rendition) {
		Set<String> links = new LinkedHashSet<>();
		if (rendition.isHtml()) {
			Document page = Jsoup.parse(new String(rendition.content(), StandardCharsets.UTF_8));
			page.select("a[href], link[href]").eachAttr("href").forEach((link) -> add(links, link));
			page.select("[src]").eachAttr("src").forEach((link) -> add(links, link));
			for (String several : page.select("[srcset]").eachAttr("srcset")) {
				for (String one : several.split(",")) {
					add(links, one.strip().split(" ")[0]);
				}
			}
			page.select("form[method=get] select option")
				.forEach((option) -> add(links, option.closest("form").attr("action") + "?"
						+ option.closest("select").attr("name") + "=" + option.attr("value")));
		}
		return links;
	}

	private void add(Set<String> links, String link) {
		String path = link.startsWith(this.base) ? link.substring(this.base.length()) : link;
		int fragment = path.indexOf('#');
		String address = (fragment < 0) ? path : path.substring(0, fragment);
		if (address.startsWith("/") && !address.startsWith("//") && !Keys.isOutside(address)) {
			String key = this.keys.ofLink(address);
			if (Keys.isPlain(key.split("\\?", 2)[0])) {
				links.add(key);
			}
		}
	}

}
