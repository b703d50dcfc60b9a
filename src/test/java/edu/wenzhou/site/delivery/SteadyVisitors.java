package edu.wenzhou.site.delivery;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** People who look at one page after the other all the time, and note what fails. */
public final class SteadyVisitors implements AutoCloseable {

	private final HttpClient client;

	private final List<Thread> threads = new ArrayList<>();

	private final Map<String, String> failures = new ConcurrentSkipListMap<>();

	private final AtomicLong answers = new AtomicLong();

	private volatile boolean ended;

	SteadyVisitors(String address, List<String> paths) {
		this(HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build(), address, paths);
	}

	/** With a client that trusts the certificate of a test. */
	public SteadyVisitors(HttpClient client, String address, List<String> paths) {
		this.client = client;
		for (int visitor = 0; visitor < 2; visitor++) {
			int first = visitor * paths.size() / 2;
			Thread thread = new Thread(() -> walk(address, paths, first), "visitor");
			thread.start();
			this.threads.add(thread);
		}
	}

	private void walk(String address, List<String> paths, int first) {
		for (int i = first; !this.ended; i++) {
			String path = paths.get(i % paths.size());
			try {
				HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
					.timeout(Duration.ofSeconds(30))
					.build();
				int status = this.client.send(request, BodyHandlers.discarding()).statusCode();
				this.answers.incrementAndGet();
				if (status != 200) {
					this.failures.put(path, String.valueOf(status));
				}
				Thread.sleep(2);
			}
			catch (IOException ex) {
				this.failures.put(path, ex.toString());
			}
			catch (InterruptedException ex) {
				return;
			}
		}
	}

	/** Waits until so many more pages were shown. */
	public void await(int more) throws InterruptedException {
		long enough = this.answers.get() + more;
		while (this.answers.get() < enough) {
			Thread.sleep(5);
		}
	}

	/** What was not answered by 200 so far, by path. */
	public Map<String, String> failures() {
		return this.failures;
	}

	@Override
	public void close() {
		this.ended = true;
		for (Thread thread : this.threads) {
			try {
				thread.join();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
	}

}
