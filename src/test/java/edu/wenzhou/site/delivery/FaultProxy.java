package edu.wenzhou.site.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The network between the application and its database: it can swallow everything, as a
 * firewall that drops packets does, or take its time.
 */
final class FaultProxy implements AutoCloseable {

	private static final long SLOW_MILLIS = 300;

	private final ServerSocket listener = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());

	private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

	private final int port;

	private volatile Weather weather = Weather.FAIR;

	/** What it does with bytes, in both directions. */
	enum Weather {

		/** Hands them on. */
		FAIR,
		/** Hands them on later. */
		SLOW,
		/** Keeps them: nobody is told, and nothing is closed. */
		BLACK_HOLE

	}

	FaultProxy(int port) throws IOException {
		this.port = port;
		start("accept", this::accept);
	}

	int port() {
		return this.listener.getLocalPort();
	}

	/** What was swallowed arrives when it is fair again, as TCP sends it again. */
	synchronized void turn(Weather weather) {
		this.weather = weather;
		notifyAll();
	}

	private void accept() {
		while (!this.listener.isClosed()) {
			try {
				Socket near = kept(this.listener.accept());
				start("from", () -> connect(near));
			}
			catch (IOException ex) {
				// Closed
			}
		}
	}

	private void connect(Socket near) {
		try {
			pass();
			Socket far = kept(new Socket(InetAddress.getLoopbackAddress(), this.port));
			start("to", () -> copy(far, near));
			copy(near, far);
		}
		catch (IOException ex) {
			end(near);
		}
	}

	private void copy(Socket from, Socket to) {
		byte[] bytes = new byte[8192];
		try {
			InputStream in = from.getInputStream();
			OutputStream out = to.getOutputStream();
			for (int length = in.read(bytes); length >= 0; length = in.read(bytes)) {
				pass();
				out.write(bytes, 0, length);
			}
			pass();
		}
		catch (IOException ex) {
			// One of the two has gone
		}
		end(from);
		end(to);
	}

	private synchronized void pass() throws IOException {
		try {
			if (this.weather == Weather.SLOW) {
				wait(SLOW_MILLIS);
			}
			while (this.weather == Weather.BLACK_HOLE) {
				wait();
			}
		}
		catch (InterruptedException ex) {
			throw new IOException(ex);
		}
	}

	private Socket kept(Socket socket) throws IOException {
		// Small packets would wait for each other otherwise
		socket.setTcpNoDelay(true);
		this.sockets.add(socket);
		return socket;
	}

	private void end(Socket socket) {
		this.sockets.remove(socket);
		try {
			socket.close();
		}
		catch (IOException ex) {
			// It is gone either way
		}
	}

	private static void start(String name, Runnable task) {
		Thread thread = new Thread(task, "fault-proxy-" + name);
		thread.setDaemon(true);
		thread.start();
	}

	@Override
	public void close() throws IOException {
		this.listener.close();
		turn(Weather.FAIR);
		this.sockets.forEach(this::end);
	}

}
