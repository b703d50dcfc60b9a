package edu.wenzhou.site.links;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server on this machine that behaves as the first part of a path says, and so also as
 * no library would let it.
 */
final class MadeUpSite implements AutoCloseable {

	private final ServerSocket server;

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final List<String> requests = new CopyOnWriteArrayList<>();

	private final AtomicInteger now = new AtomicInteger();

	private final AtomicInteger most = new AtomicInteger();

	MadeUpSite() {
		try {
			this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.threads.execute(() -> {
			while (!this.server.isClosed()) {
				try {
					Socket socket = this.server.accept();
					this.threads.execute(() -> serve(socket));
				}
				catch (IOException ex) {
					return;
				}
			}
		});
	}

	int port() {
		return this.server.getLocalPort();
	}

	/** Of a host that the test's resolver leads here. */
	String at(String host, String path) {
		return "http://" + host + ":" + port() + path;
	}

	/** Method, host and path of each, in their order. */
	List<String> requests() {
		return this.requests;
	}

	/** How many of the slow ones were under way at once. */
	int most() {
		return this.most.get();
	}

	private void serve(Socket socket) {
		try (socket) {
			socket.setSoTimeout(5000);
			String head = head(socket.getInputStream());
			String[] line = head.split(" ", 3);
			String host = head.replaceAll("(?s).*\\r\\nHost: ([^\\r]*)\\r\\n.*", "$1");
			this.requests.add(line[0] + " " + host.replaceFirst(":.*", "") + line[1]);
			answer(line[0], line[1], socket);
		}
		catch (IOException | InterruptedException ex) {
			// The other side has seen enough
		}
	}

	private static String head(InputStream in) throws IOException {
		StringBuilder head = new StringBuilder();
		for (int one = in.read(); one >= 0; one = in.read()) {
			head.append((char) one);
			if (head.toString().endsWith("\r\n\r\n")) {
				return head.toString();
			}
		}
		throw new IOException("No request");
	}

	private void answer(String method, String path, Socket socket) throws IOException, InterruptedException {
		OutputStream out = socket.getOutputStream();
		String[] parts = path.substring(1).split("/", 2);
		switch (parts[0]) {
			case "slow" -> {
				this.most.accumulateAndGet(this.now.incrementAndGet(), Math::max);
				Thread.sleep(10);
				// Before the other side can come again
				this.now.decrementAndGet();
				write(out, "HTTP/1.1 200 OK\r\n\r\n");
			}
			case "hang" -> Thread.sleep(60_000);
			case "drip" -> {
				for (int i = 0; i < 600; i++) {
					write(out, (i == 0) ? "HTTP/1.1 200 OK\r\nX: " : "a");
					Thread.sleep(100);
				}
			}
			case "heads" -> {
				write(out, "HTTP/1.1 200 OK\r\n");
				while (true) {
					write(out, "X-Again: and again and again and again\r\n");
				}
			}
			case "body" -> {
				write(out, "HTTP/1.1 200 OK\r\n\r\n");
				while (true) {
					write(out, "and again and again and again");
				}
			}
			case "hints" -> write(out, "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 404 Gone\r\n\r\n");
			case "nonsense" -> write(out, "220 mail.example ESMTP\r\n\r\n");
			case "get" -> write(out, "HTTP/1.1 " + (method.equals("GET") ? "200" : "500") + " X\r\n\r\n");
			case "to" -> write(out,
					"HTTP/1.1 302 X\r\nlocation: " + parts[1].replace("PORT", String.valueOf(port())) + "\r\n\r\n");
			case "loop" -> write(out, "HTTP/1.1 301 X\r\nLocation: " + path + "\r\n\r\n");
			default -> write(out, "HTTP/1.1 " + parts[0] + " X\r\nContent-Length: 0\r\n\r\n");
		}
	}

	private static void write(OutputStream out, String text) throws IOException {
		out.write(text.getBytes(StandardCharsets.UTF_8));
		out.flush();
	}

	@Override
	public void close() {
		try {
			this.server.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.threads.shutdownNow();
	}

}
