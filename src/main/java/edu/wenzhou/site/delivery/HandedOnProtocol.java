package edu.wenzhou.site.delivery;

import java.io.IOException;
import java.nio.channels.NetworkChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicReference;

import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioEndpoint;

/**
 * HTTP on a socket that listens already: the waiting room opens it and the application
 * takes it over, so that no visitor finds the port closed in between. Tomcat makes it by
 * its name, therefore it is public.
 */
public class HandedOnProtocol extends Http11NioProtocol {

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

	private static final class Endpoint extends NioEndpoint {

		private final boolean last;

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
			return this.socket.accept();
		}

		@Override
		protected void doCloseServerSocket() throws IOException {
			if (this.last) {
				this.socket.close();
			}
		}

	}

}
