package edu.wenzhou.site.delivery;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.util.function.SingletonSupplier;

/**
 * Renders pages without a visitor who waits, by asking this node for them as a visitor
 * would. A secret of this process lets such a request past what is kept.
 */
class Renewals {

	private static final String HEADER = "X-Renewal";

	/** Longer than any time limit of the database. */
	private static final Duration LONGEST = Duration.ofSeconds(20);

	/** Reads all certificates that Java knows, for which a start should not wait. */
	private final Supplier<HttpClient> client = SingletonSupplier.of(() -> HttpClient.newBuilder()
		.connectTimeout(Duration.ofSeconds(2))
		.followRedirects(Redirect.NEVER)
		.version(HttpClient.Version.HTTP_1_1)
		.build());

	private final String secret;

	private final Renditions renditions;

	private final Mirror mirror;

	private final AtomicLong generation;

	private final Executor executor;

	private final ConcurrentMap<String, CompletableFuture<Rendition>> underWay = new ConcurrentHashMap<>();

	/** Where this node answers; null before it does. */
	private volatile URI self;

	Renewals(Renditions renditions, Mirror mirror, AtomicLong generation, Executor executor) {
		this.renditions = renditions;
		this.mirror = mirror;
		this.generation = generation;
		this.executor = executor;
		byte[] random = new byte[16];
		new SecureRandom().nextBytes(random);
		this.secret = HexFormat.of().formatHex(random);
	}

	void setSelf(URI self) {
		this.self = self;
	}

	boolean isReady() {
		return this.self != null;
	}

	/** Whether a request is one of ours. */
	boolean isOwn(HttpServletRequest request) {
		String said = request.getHeader(HEADER);
		return said != null && MessageDigest.isEqual(said.getBytes(StandardCharsets.UTF_8),
				this.secret.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Begins to render a page anew, once however many ask.
	 * @return null for what is no page any more; an exception for what cannot be rendered
	 * now
	 */
	CompletableFuture<Rendition> renew(String key) {
		CompletableFuture<Rendition> mine = new CompletableFuture<>();
		CompletableFuture<Rendition> other = this.underWay.putIfAbsent(key, mine);
		if (other != null) {
			return other;
		}
		this.executor.execute(() -> {
			try {
				Rendition rendition = ask(key);
				this.underWay.remove(key);
				mine.complete(rendition);
			}
			catch (IOException | RuntimeException ex) {
				this.underWay.remove(key);
				mine.completeExceptionally(ex);
			}
			catch (InterruptedException ex) {
				this.underWay.remove(key);
				mine.completeExceptionally(ex);
				Thread.currentThread().interrupt();
			}
		});
		return mine;
	}

	/**
	 * Renders a page anew and keeps it.
	 * @return null for what is no page any more, or is not kept
	 * @throws IOException for what cannot be rendered now
	 */
	Rendition ask(String key) throws IOException, InterruptedException {
		long number = this.generation.get();
		HttpRequest request = HttpRequest.newBuilder(this.self.resolve(key))
			.timeout(LONGEST)
			.header(HEADER, this.secret)
			.build();
		HttpResponse<byte[]> answer = this.client.get().send(request, BodyHandlers.ofByteArray());
		if (answer.statusCode() >= 500) {
			throw new IOException(key + " answers " + answer.statusCode());
		}
		Rendition before = this.renditions.get(key);
		Rendition rendition = (answer.statusCode() != 200) ? null : Rendition.of(key, number,
				answer.headers().firstValue("Content-Type").orElse(null), headers(answer), answer.body(), before);
		if (rendition != null) {
			this.renditions.put(rendition);
		}
		else {
			this.renditions.remove(key);
			this.mirror.remove(key);
		}
		return rendition;
	}

	private static List<String> headers(HttpResponse<byte[]> answer) {
		List<String> headers = new ArrayList<>();
		answer.headers()
			.map()
			.forEach((name, values) -> values.forEach((value) -> headers.addAll(List.of(name, value))));
		return headers;
	}

}
