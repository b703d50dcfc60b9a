package edu.wenzhou.site.search;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Sees to it when the site starts that the index is one that its searches understand. The
 * start waits for that, but not for long: a large index is made beside it, and one whose
 * database is away is made later.
 */
@Component
class IndexKeeper implements ApplicationRunner, DisposableBean {

	private static final Logger logger = LoggerFactory.getLogger(IndexKeeper.class);

	/** How long a start waits. */
	private static final int LONGEST_SECONDS = 10;

	/** After the database was away, or another node at work. */
	private static final int AGAIN_SECONDS = 30;

	private final IndexBuild build;

	private final boolean rebuild;

	private final CountDownLatch tried = new CountDownLatch(1);

	private volatile Thread keeper;

	IndexKeeper(IndexBuild build, SearchProperties properties) {
		this.build = build;
		this.rebuild = properties.rebuild();
	}

	@Override
	public void run(ApplicationArguments arguments) throws InterruptedException {
		Thread thread = new Thread(this::keep, "search-index");
		thread.setDaemon(true);
		this.keeper = thread;
		thread.start();
		if (!this.tried.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
			logger.info("The index of the search is being made beside the start");
		}
	}

	private void keep() {
		try {
			boolean forced = this.rebuild;
			while (!make(forced)) {
				this.tried.countDown();
				TimeUnit.SECONDS.sleep(AGAIN_SECONDS);
				// Another node may have done it meanwhile
			}
			this.tried.countDown();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * The dictionary takes a second to read, which no visitor need wait for, nor the
	 * start.
	 */
	@EventListener(ApplicationReadyEvent.class)
	void readDictionary() {
		Thread thread = new Thread(() -> Pinyin.whole(Folded.of("温州")), "pinyin");
		thread.setDaemon(true);
		thread.setPriority(Thread.MIN_PRIORITY);
		thread.start();
	}

	/** Whether there is nothing left to do. */
	private boolean make(boolean forced) {
		try {
			return !forced && this.build.isCurrent() || this.build.make();
		}
		catch (DataAccessException | TransactionException ex) {
			logger.warn("The index of the search could not be made, which is tried again: {}", ex.getMessage());
			return false;
		}
	}

	@Override
	public void destroy() {
		if (this.keeper != null) {
			this.keeper.interrupt();
		}
	}

}
