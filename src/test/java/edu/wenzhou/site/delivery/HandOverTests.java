package edu.wenzhou.site.delivery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The port goes from the waiting room to the application under visitors. */
class HandOverTests {

	@TempDir
	private Path folder;

	@RepeatedTest(5)
	void noConnectionIsDropped() throws Exception {
		int port;
		try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			port = free.getLocalPort();
		}
		InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
		Queue<String> failures = new ConcurrentLinkedQueue<>();
		AtomicBoolean ended = new AtomicBoolean();
		AtomicInteger before = new AtomicInteger();
		AtomicInteger after = new AtomicInteger();
		List<Thread> visitors = new ArrayList<>();
		WaitingRoom room = WaitingRoom.open(address, new Mirror(this.folder.resolve("none")), new Renditions(1 << 20));
		Tomcat application = new Tomcat();
		try {
			for (int i = 0; i < 4; i++) {
				Thread visitor = new Thread(() -> visit(address, ended, failures, before, after));
				visitor.start();
				visitors.add(visitor);
			}
			reach(before, 50);
			application.setBaseDir(this.folder.toString());
			Connector connector = new Connector(new HandedOnProtocol());
			connector.setPort(port);
			application.setConnector(connector);
			Context context = application.addContext("", null);
			Tomcat.addServlet(context, "application", new Application()).addMapping("/");
			application.start();
			room.close();
			reach(after, after.get() + 50);
			int noMore = before.get();
			reach(after, after.get() + 50);
			assertThat(before).as("answers of the waiting room after it was closed").hasValue(noMore);
		}
		finally {
			ended.set(true);
			for (Thread visitor : visitors) {
				visitor.join();
			}
			// Does nothing where it was closed already
			room.close();
			application.stop();
			application.destroy();
			HandedOnProtocol.setSocket(null);
		}
		assertThat(failures).isEmpty();
	}

	private static void visit(InetSocketAddress address, AtomicBoolean ended, Queue<String> failures,
			AtomicInteger before, AtomicInteger after) {
		while (!ended.get()) {
			// A connection for each, as no client repeats what it sent on a new one
			try (Socket socket = new Socket(address.getAddress(), address.getPort())) {
				socket.setSoTimeout(10_000);
				socket.getOutputStream()
					.write("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
						.getBytes(StandardCharsets.US_ASCII));
				String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
				if (answer.startsWith("HTTP/1.1 503")) {
					before.incrementAndGet();
				}
				else if (answer.startsWith("HTTP/1.1 200")) {
					after.incrementAndGet();
				}
				else {
					failures.add("'" + answer.lines().findFirst().orElse("") + "'");
				}
			}
			catch (IOException ex) {
				failures.add(ex.toString());
			}
		}
	}

	private static void reach(AtomicInteger number, int enough) throws InterruptedException {
		long end = System.nanoTime() + 20_000_000_000L;
		while (number.get() < enough) {
			assertThat(System.nanoTime()).as("in time").isLessThan(end);
			Thread.sleep(1);
		}
	}

	private static final class Application extends HttpServlet {

		private static final long serialVersionUID = 1L;

		@Override
		protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
			response.getWriter().write("here");
		}

	}

}
