package edu.wenzhou.site;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Asks the running site over HTTP, as visitors do. */
public abstract class HttpTest {

	@LocalServerPort
	private int port;

	/** Where the running site answers a path. */
	protected String address(String path) {
		return "http://localhost:" + this.port + path;
	}

	/** The answer to a GET, redirects not followed. */
	protected HttpResponse<String> get(String path) {
		return send("GET", path);
	}

	/** The answer to a request with these header names and values. */
	protected HttpResponse<String> send(String method, String path, String... headers) {
		return send(method, path, BodyPublishers.noBody(), headers);
	}

	/** The same with a body. */
	protected HttpResponse<String> send(String method, String path, BodyPublisher body, String... headers) {
		return SiteClient.send(SiteClient.PLAIN, address(""), method, path, body, headers);
	}

	/** The answer as it comes, which may be no text. */
	protected HttpResponse<byte[]> bytes(String method, String path, String... headers) {
		return SiteClient.send(SiteClient.PLAIN, address(""), method, path, BodyPublishers.noBody(),
				BodyHandlers.ofByteArray(), headers);
	}

	/** The page at a path, whatever its status. */
	protected Document page(String path) {
		return Jsoup.parse(get(path).body());
	}

	/** The whole answer, headers first, for an address that no HTTP client would send. */
	protected String rawAnswer(String path, String... headers) throws IOException {
		StringBuilder request = new StringBuilder("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n");
		for (int i = 0; i < headers.length; i += 2) {
			request.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
		}
		try (Socket socket = new Socket("localhost", this.port)) {
			socket.setSoTimeout(10000);
			socket.getOutputStream()
				.write(request.append("Connection: close\r\n\r\n").toString().getBytes(StandardCharsets.UTF_8));
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
