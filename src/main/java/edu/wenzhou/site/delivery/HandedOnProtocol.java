package edu.wenzhou.site.delivery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.NetworkChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioEndpoint;

/**
 * HTTP on a socket that listens already: the waiting room opens it and the application
 * takes it over, so that no visitor finds the port closed in between. Tomcat makes it by
 * its name, therefore it is public.
 */
public class HandedOnProtocol extends Http11NioProtocol {

	private static final int CALL_MILLIS = 500;

	private static final AtomicReference<ServerSocketChannel> SOCKET = new AtomicReference<>();

	/** The last one, which closes the socket when it ends. */
	public HandedOnProtocol() {
		this(true);
	}

	HandedOnProtocol(boolean last) {
		super(new Endpoint(last));
	}

	/** Sets the socket that all instances use. */
	static void setSocket(ServerSocketChannel socket) {
		SOCKET.set(socket);
	}

	/** Whether there is one. */
	static boolean isOpen() {
		return SOCKET.get() != null;
	}

	/**
	 * Accepts no more connections, so that all go to whoever took the socket over; those
	 * that are open are still answered, and closed with the answer. Returns when none is
	 * left, or after the wait.
	 * @param wait at most, in milliseconds
	 */
	void yield(long wait) {
		Endpoint endpoint = (Endpoint) getEndpoint();
		long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(wait);
		setMaxKeepAliveRequests(1);
		endpoint.yielding = true;
		try {
			// Whoever waits in accept() gets one more: better a call of our own
			while (!endpoint.yielded.await(20, TimeUnit.MILLISECONDS) && System.nanoTime() < end) {
				endpoint.call();
			}
			while (getConnectionCount() > 1 && System.nanoTime() < end) {
				Thread.sleep(20);
			}
		}
		catch (IOException ex) {
			// Then the port is closed anyway
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static final class Endpoint extends NioEndpoint {

		private final boolean last;

		private final CountDownLatch yielded = new CountDownLatch(1);

		private volatile boolean yielding;

		private final ServerSocketChannel socket = SOCKET.get();

		private Endpoint(boolean last) {
			this.last = last;
		}

		@Override
		protected void initServerSocket() {
			// It was bound when it was opened
		}

		@Override
		protected NetworkChannel getServerSocket() {
			return this.socket;
		}

		@Override
		protected SocketChannel serverSocketAccept() throws Exception {
			// Tomcat drops what it accepts once it is told to pause
			if (!this.yielding) {
				return this.socket.accept();
			}
			this.yielded.countDown();
			while (isRunning()) {
				Thread.sleep(20);
			}
			throw new AsynchronousCloseException();
		}

		/** Wakes whoever waits in accept(). */
		private void call() throws IOException {
			InetSocketAddress address = (InetSocketAddress) this.socket.getLocalAddress();
			try (Socket call = new Socket()) {
				call.connect(
						address.getAddress().isAnyLocalAddress()
								? new InetSocketAddress(InetAddress.getLoopbackAddress(), address.getPort()) : address,
						CALL_MILLIS);
			}
		}

		@Override
		protected void doCloseServerSocket() throws IOException {
			if (this.last) {
				this.socket.close();
			}
		}

	}

}
