package edu.wenzhou.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks a running site over HTTP, wherever it runs. */
public final class SiteClient {

	/** For a site that needs no certificate. Follows no redirects. */
	public static final HttpClient PLAIN = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

	private SiteClient() {
	}

	/**
	 * The answer to a request with these header names and values.
	 * @param site its address, without a path
	 */
	public static HttpResponse<String> send(HttpClient by, String site, String method, String path, BodyPublisher body,
			String... headers) {
		return send(by, site, method, path, body, BodyHandlers.ofString(), headers);
	}

	/** The same as it comes, which may be no text. */
	static <T> HttpResponse<T> send(HttpClient by, String site, String method, String path, BodyPublisher body,
			BodyHandler<T> handler, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(site).resolve(path))
			.timeout(Duration.ofSeconds(60))
			.method(method, body);
		if (headers.length > 0) {
			request.headers(headers);
		}
		try {
			return by.send(request.build(), handler);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
