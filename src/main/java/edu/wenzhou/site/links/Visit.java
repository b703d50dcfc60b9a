package edu.wenzhou.site.links;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

import edu.wenzhou.site.links.Answer.Outcome;

/**
 * Asks a server elsewhere for one address and reads the head of its answer. It connects
 * to the very address of the network that it looked at before: JDK's client looks a name
 * up by itself, and may get another one then. Redirects are followed by the same way.
 * Whatever the server does, it ends in time.
 */
class Visit implements AutoCloseable {

	/** What is read of an answer, in bytes. */
	private static final int MOST = 16 * 1024;

	private static final int REDIRECTS = 5;

	private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})\\b.*");

	private static final Pattern LOCATION = Pattern.compile("(?im)^location:[ \\t]*([^\\r\\n]*)$");

	private final Resolver resolver;

	private final Predicate<InetAddress> allowed;

	/** To connect, and as long again until the head of the answer is there. */
	private final Duration limit;

	/**
	 * Of some hosts each; a fixed number, since servers elsewhere say which hosts come
	 * next.
	 */
	private final ReentrantLock[] turns = Stream.generate(ReentrantLock::new).limit(64).toArray(ReentrantLock[]::new);

	private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor((task) -> {
		Thread thread = new Thread(task, "links-timer");
		thread.setDaemon(true);
		return thread;
	});

	Visit() {
		this(InetAddress::getAllByName, Networks::isPublic, Duration.ofSeconds(5));
	}

	/** For tests, whose servers are on this machine. */
	Visit(Resolver resolver, Predicate<InetAddress> allowed, Duration limit) {
		this.resolver = resolver;
		this.allowed = allowed;
		this.limit = limit;
	}

	/**
	 * What comes of an address, first without its content, as some servers can't that
	 * with it.
	 */
	Answer ask(String address) {
		Optional<Destination> destination = Destination.of(address);
		if (destination.isEmpty()) {
			return Answer.of(Outcome.UNKNOWN);
		}
		Answer answer = follow("HEAD", destination.get());
		return (answer.outcome() == Outcome.BROKEN) ? follow("GET", destination.get()) : answer;
	}

	private Answer follow(String method, Destination from) {
		Destination at = from;
		for (int i = 0; i <= REDIRECTS; i++) {
			Head head;
			try {
				head = inTurn(method, at);
			}
			catch (RefusedException | SSLException ex) {
				// Certificates that browsers complete are no fault of the link
				return Answer.of(Outcome.UNKNOWN);
			}
			catch (IOException ex) {
				return Answer.of(Outcome.BROKEN);
			}
			if (head.status() < 300 || head.status() >= 400 || head.location() == null) {
				return new Answer(outcome(head.status()), head.status(), at.equals(from) ? null : at);
			}
			Optional<Destination> next = at.resolve(head.location());
			if (next.isEmpty()) {
				return Answer.of(Outcome.UNKNOWN);
			}
			at = next.get();
		}
		return Answer.of(Outcome.BROKEN);
	}

	/** Who wants to be asked by browsers or by friends alone is there. */
	private static Outcome outcome(int status) {
		return switch (status) {
			case 401, 402, 403, 405, 406, 407, 412, 418, 421, 429, 451 -> Outcome.UNKNOWN;
			default -> (status < 400) ? Outcome.OPEN : Outcome.BROKEN;
		};
	}

	/** One request at a time to a host, whoever leads there. */
	private Head inTurn(String method, Destination to) throws IOException {
		ReentrantLock turn = this.turns[Math.floorMod(to.host().hashCode(), this.turns.length)];
		turn.lock();
		try {
			return request(method, to);
		}
		finally {
			turn.unlock();
		}
	}

	private Head request(String method, Destination to) throws IOException {
		InetAddress[] addresses = this.resolver.resolve(to.host());
		if (addresses.length == 0 || !Arrays.stream(addresses).allMatch(this.allowed)) {
			throw new RefusedException();
		}
		try (Socket socket = new Socket()) {
			Future<?> end = this.timer.schedule(() -> close(socket), 2 * this.limit.toMillis(), TimeUnit.MILLISECONDS);
			try {
				socket.connect(new InetSocketAddress(addresses[0], to.port()), (int) this.limit.toMillis());
				socket.setSoTimeout((int) this.limit.toMillis());
				return exchange(method, to, to.secure() ? secured(socket, to) : socket);
			}
			finally {
				end.cancel(false);
			}
		}
	}

	private static void close(Socket socket) {
		try {
			socket.close();
		}
		catch (IOException ex) {
			// It is of no use any more either way
		}
	}

	private static Socket secured(Socket socket, Destination to) throws IOException {
		SSLSocket secured = (SSLSocket) ((SSLSocketFactory) SSLSocketFactory.getDefault()).createSocket(socket,
				to.host(), to.port(), true);
		SSLParameters parameters = secured.getSSLParameters();
		parameters.setEndpointIdentificationAlgorithm("HTTPS");
		secured.setSSLParameters(parameters);
		secured.startHandshake();
		return secured;
	}

	private static Head exchange(String method, Destination to, Socket socket) throws IOException {
		socket.getOutputStream().write("""
				%s %s HTTP/1.1\r
				Host: %s\r
				User-Agent: Mozilla/5.0 (compatible; college-site link check)\r
				Accept: */*\r
				Accept-Encoding: identity\r
				Connection: close\r
				\r
				""".formatted(method, to.target(), to.authority()).getBytes(StandardCharsets.US_ASCII));
		String head = head(socket.getInputStream());
		Matcher status = STATUS.matcher(head.lines().findFirst().orElse(""));
		if (!status.matches()) {
			throw new IOException("No answer of HTTP");
		}
		Matcher location = LOCATION.matcher(head);
		return new Head(Integer.parseInt(status.group(1)), location.find() ? location.group(1) : null);
	}

	/** The last one, since servers may send others ahead. */
	private static String head(InputStream in) throws IOException {
		ByteArrayOutputStream read = new ByteArrayOutputStream();
		byte[] buffer = new byte[2048];
		while (read.size() < MOST) {
			int number = in.read(buffer, 0, Math.min(buffer.length, MOST - read.size()));
			if (number < 0) {
				break;
			}
			read.write(buffer, 0, number);
			String all = read.toString(StandardCharsets.UTF_8);
			while (all.matches("(?s)HTTP/1\\.[01] 1[0-9]{2}\\b.*?\\r\\n\\r\\n.*")) {
				all = all.substring(all.indexOf("\r\n\r\n") + 4);
			}
			int end = all.indexOf("\r\n\r\n");
			if (end >= 0) {
				return all.substring(0, end + 2);
			}
		}
		throw new IOException("No end of the head");
	}

	@Override
	public void close() {
		this.timer.shutdownNow();
	}

	/** Finds the addresses of a host. */
	interface Resolver {

		InetAddress[] resolve(String host) throws UnknownHostException;

	}

	/**
	 * The head of an answer.
	 *
	 * @param location null without one
	 */
	private record Head(int status, String location) {

	}

	/** It leads into a network that is not public. */
	private static final class RefusedException extends IOException {

		private static final long serialVersionUID = 1L;

	}

}
