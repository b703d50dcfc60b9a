package edu.wenzhou.site.staff;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A mail server that says what a test wants: it is asked with the first word of each
 * command, with nothing for a greeting, with a full stop at the end of a mail. Where it
 * is to say nothing it never will again, and keeps the line open.
 */
final class ScriptedSmtp implements AutoCloseable {

	private final ServerSocket server;

	private final UnaryOperator<String> answers;

	private final List<Socket> open = Collections.synchronizedList(new ArrayList<>());

	/** The answers of a server that takes everything. */
	static String agreeable(String command) {
		return switch (command) {
			case "" -> "220 test";
			case "DATA" -> "354 go on";
			case "QUIT" -> "221 bye";
			default -> "250 as you like";
		};
	}

	ScriptedSmtp(UnaryOperator<String> answers) throws IOException {
		this.server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
		this.answers = answers;
		Thread thread = new Thread(this::serve, "scripted-smtp");
		thread.setDaemon(true);
		thread.start();
	}

	int port() {
		return this.server.getLocalPort();
	}

	private void serve() {
		while (!this.server.isClosed()) {
			try {
				Socket socket = this.server.accept();
				this.open.add(socket);
				talk(socket);
			}
			catch (IOException ex) {
				// The other side has gone, or the test is over
			}
		}
	}

	private void talk(Socket socket) throws IOException {
		BufferedReader in = new BufferedReader(
				new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
		String command = "";
		boolean mail = false;
		while (command != null) {
			if (!mail || command.equals(".")) {
				String answer = this.answers.apply(command.split(" ")[0]);
				if (answer == null) {
					return;
				}
				socket.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
				mail = answer.startsWith("354");
			}
			command = in.readLine();
		}
	}

	@Override
	public void close() {
		try {
			this.server.close();
			for (Socket socket : this.open) {
				socket.close();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
