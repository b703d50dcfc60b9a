package edu.wenzhou.site.links;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import edu.wenzhou.site.links.LinkBook.Fault;
import edu.wenzhou.site.publishing.LaterCheck;
import edu.wenzhou.site.publishing.NightWork;
import edu.wenzhou.site.publishing.NightWork.Turn;
import edu.wenzhou.site.publishing.Problem;
import edu.wenzhou.site.publishing.PublicItem;
import edu.wenzhou.site.publishing.PublicItems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Asks for each address once a night: a few at once, one at a time of a host. What it
 * finds is told by the check of all that is public, which it has done afterwards.
 */
@Component
class LinkRound implements LaterCheck {

	private static final Duration LEASE = Duration.ofHours(3);

	/** Hosts at once. */
	private static final int WORKERS = 4;

	/**
	 * After that, what is left waits for the next night; the work is somebody else's
	 * later.
	 */
	private static final int LONGEST_MINUTES = 120;

	private static final Logger logger = LoggerFactory.getLogger(LinkRound.class);

	private final LinkProperties settings;

	private final NightWork work;

	private final PublicItems items;

	private final LinkBook book;

	private final Visit visit;

	LinkRound(LinkProperties settings, NightWork work, PublicItems items, LinkBook book, Visit visit) {
		this.settings = settings;
		this.work = work;
		this.items = items;
		this.book = book;
		this.visit = visit;
	}

	@Scheduled(fixedDelayString = "${college.watch.every:15s}", initialDelayString = "${college.watch.every:15s}")
	void run() {
		if (!this.settings.checkElsewhere()) {
			return;
		}
		try {
			Optional<Turn> turn = this.work.take(NightWork.LINKS, LEASE);
			if (turn.isPresent()) {
				int number = ask(turn.get().night());
				this.work.done(turn.get());
				this.work.want(NightWork.CHECK);
				logger.info("Asked other sites for {} addresses", number);
			}
		}
		catch (DataAccessException | TransactionException ex) {
			logger.warn("Could not check links to other sites: {}", ex.getMessage());
		}
		catch (InterruptedException ex) {
			// The site is being stopped; another node takes the rest
			Thread.currentThread().interrupt();
		}
	}

	private int ask(LocalDate night) throws InterruptedException {
		Set<String> urls = new LinkedHashSet<>();
		this.items.each((item) -> OutsideLinks.of(item).values().forEach(urls::addAll));
		this.book.seen(urls, night);
		List<String> due = this.book.due(night, this.settings.most());
		Map<String, List<String>> byHost = new LinkedHashMap<>();
		due.forEach((url) -> byHost
			.computeIfAbsent(Destination.of(url).map(Destination::host).orElse(""), (host) -> new ArrayList<>())
			.add(url));
		ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
		try {
			byHost.values().forEach((some) -> workers.execute(() -> ask(some, night)));
			workers.shutdown();
			if (!workers.awaitTermination(LONGEST_MINUTES, TimeUnit.MINUTES)) {
				logger.warn("Not all links to other sites could be checked in {} minutes", LONGEST_MINUTES);
			}
		}
		finally {
			workers.shutdownNow();
		}
		return due.size();
	}

	private void ask(List<String> urls, LocalDate night) {
		for (String url : urls) {
			if (Thread.currentThread().isInterrupted()) {
				return;
			}
			try {
				this.book.answered(url, this.visit.ask(url), night);
			}
			catch (DataAccessException | TransactionException ex) {
				logger.warn("Could not note what came of a link: {}", ex.getMessage());
				return;
			}
		}
	}

	@Override
	public Map<Long, List<Problem>> check(Collection<PublicItem> some) {
		Map<Long, List<Problem>> problems = new LinkedHashMap<>();
		if (!this.settings.checkElsewhere()) {
			return problems;
		}
		Map<Long, Map<String, Set<String>>> links = new LinkedHashMap<>();
		Set<String> urls = new LinkedHashSet<>();
		some.forEach((item) -> {
			Map<String, Set<String>> own = OutsideLinks.of(item);
			links.put(item.id(), own);
			own.values().forEach(urls::addAll);
		});
		Map<String, Fault> faults = this.book.faults(urls);
		links.forEach((item,
				own) -> own.forEach((field, in) -> in.stream()
					.filter(faults::containsKey)
					.forEach((url) -> problems.computeIfAbsent(item, (id) -> new ArrayList<>())
						.add(problem(field, url, faults.get(url))))));
		return problems;
	}

	private static Problem problem(String field, String url, Fault fault) {
		if (fault.movedTo() != null) {
			return Problem.of(field, "staff.problem.link.moved", url, fault.movedTo());
		}
		return (fault.status() != null)
				? Problem.of(field, "staff.problem.link.dead", url, fault.status(), fault.since().toString())
				: Problem.of(field, "staff.problem.link.silent", url, fault.since().toString());
	}

}
