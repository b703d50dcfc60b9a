package edu.wenzhou.site.database;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Speaks just enough of PostgreSQL's protocol to let a driver in and tell it a version.
 */
final class OldPostgres implements AutoCloseable {

	private final ServerSocket socket;

	private final String version;

	OldPostgres(String version) throws IOException {
		this.version = version;
		this.socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
		Thread thread = new Thread(this::serve, "old-postgres");
		thread.setDaemon(true);
		thread.start();
	}

	String url() {
		return "jdbc:postgresql://127.0.0.1:%d/college".formatted(this.socket.getLocalPort());
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

	private void serve() {
		while (!this.socket.isClosed()) {
			try (Socket client = this.socket.accept()) {
				talk(new DataInputStream(client.getInputStream()), new DataOutputStream(client.getOutputStream()));
			}
			catch (IOException ex) {
				// The driver has gone, or the test is over
			}
		}
	}

	private void talk(DataInputStream in, DataOutputStream out) throws IOException {
		// Requests for encryption have a number of their own; a start has protocol 3
		while (readStart(in) >> 16 != 3) {
			out.write('N');
		}
		message(out, 'R', new byte[4]);
		for (Map.Entry<String, String> parameter : Map
			.of("server_version", this.version, "server_encoding", "UTF8", "client_encoding", "UTF8", "DateStyle",
					"ISO, MDY", "TimeZone", "UTC", "integer_datetimes", "on", "standard_conforming_strings", "on")
			.entrySet()) {
			message(out, 'S', text(parameter.getKey() + "\0" + parameter.getValue() + "\0"));
		}
		message(out, 'Z', text("I"));
		while (true) {
			int type = in.readUnsignedByte();
			in.skipNBytes(in.readInt() - 4);
			switch (type) {
				case 'P' -> message(out, '1', new byte[0]);
				case 'B' -> message(out, '2', new byte[0]);
				case 'D' -> message(out, 'n', new byte[0]);
				case 'E' -> message(out, 'C', text("SET\0"));
				case 'S' -> message(out, 'Z', text("I"));
				case 'Q' -> {
					message(out, 'C', text("SET\0"));
					message(out, 'Z', text("I"));
				}
				default -> {
					return;
				}
			}
		}
	}

	private int readStart(DataInputStream in) throws IOException {
		int length = in.readInt();
		int code = in.readInt();
		in.skipNBytes(length - 8);
		return code;
	}

	private void message(DataOutputStream out, char type, byte[] content) throws IOException {
		out.write(type);
		out.writeInt(content.length + 4);
		out.write(content);
		out.flush();
	}

	private byte[] text(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
