package edu.wenzhou.site.push;

import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Asks a server that may do anything: refuse, hang in the middle, send without end, send
 * somewhere else. An answer comes within the time limit, whatever it does. Nothing of a
 * request is ever logged, since its address may hold a token.
 */
@Component
class Sender {

	/** Reads all certificates that Java knows, for which a start should not wait. */
	private final Supplier<HttpClient> client = SingletonSupplier.of(() -> HttpClient.newBuilder()
		.connectTimeout(Duration.ofSeconds(5))
		.followRedirects(Redirect.NEVER)
		.version(Version.HTTP_1_1)
		.build());

	/** From the beginning to the end of the answer. */
	private Duration limit = Duration.ofSeconds(15);

	void setLimit(Duration limit) {
		this.limit = limit;
	}

	Reply send(HttpRequest request) throws InterruptedException {
		CompletableFuture<HttpResponse<String>> sending = this.client.get()
			.sendAsync(request, (info) -> new ShortBody());
		try {
			HttpResponse<String> answer = sending.get(this.limit.toMillis(), TimeUnit.MILLISECONDS);
			return new Reply(answer.statusCode(), null, answer.body(),
					answer.headers().firstValue("Retry-After").orElse(null));
		}
		catch (TimeoutException ex) {
			return Reply.none(Reply.Failure.TIMEOUT);
		}
		catch (ExecutionException ex) {
			return Reply.none((ex.getCause() instanceof HttpTimeoutException) ? Reply.Failure.TIMEOUT
					: Reply.Failure.UNREACHABLE);
		}
		finally {
			sending.cancel(true);
		}
	}

}
