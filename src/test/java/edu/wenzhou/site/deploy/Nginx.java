package edu.wenzhou.site.deploy;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import edu.wenzhou.site.Programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** An nginx that runs the shipped configuration, with ports and folders of a test. */
final class Nginx implements AutoCloseable {

	static final Path CONFIGURATION = Path.of("docs/deploy/nginx/college-site.conf");

	private static final char[] PASSWORD = "of this test".toCharArray();

	private final Path folder;

	private final Process process;

	private final KeyStore store;

	private final int port;

	private final int plainPort;

	private Nginx(Path folder, Process process, KeyStore store, int port, int plainPort) {
		this.folder = folder;
		this.process = process;
		this.store = store;
		this.port = port;
		this.plainPort = plainPort;
	}

	/**
	 * Starts one in front of nodes, the first of which has that mirror.
	 */
	static Nginx start(Path program, Path folder, Path mirror, int first, int second)
			throws IOException, GeneralSecurityException {
		int port = Ports.free();
		int plainPort = Ports.free();
		KeyStore store = certificate(folder);
		String site = Files.readString(CONFIGURATION);
		for (String[] change : new String[][] { { "    listen [::]:80;\n", "" },
				{ "    listen [::]:443 ssl http2;\n", "" }, { "listen 80;", "listen 127.0.0.1:" + plainPort + ";" },
				{ "listen 443 ssl http2;", "listen 127.0.0.1:" + port + " ssl http2;" },
				{ "127.0.0.1:8080", "127.0.0.1:" + first }, { "# server 10.0.0.12:8080", "server 127.0.0.1:" + second },
				{ "/var/lib/college-site/mirror", mirror.toString() }, { "/etc/ssl/college-site", folder.toString() },
				{ "/var/cache/nginx/college-site", folder.resolve("cache").toString() } }) {
			assertThat(site).contains(change[0]);
			site = site.replace(change[0], change[1]);
		}
		Files.writeString(folder.resolve("site.conf"), site);
		StringBuilder main = new StringBuilder("daemon off;\n");
		// Else root's would read as somebody who may not enter the folder of the build
		main.append("root".equals(System.getProperty("user.name")) ? "user root;\n" : "");
		main.append("pid %s/nginx.pid;\nerror_log %s/error.log warn;\nworker_processes 1;\n".formatted(folder, folder));
		main.append("events { worker_connections 512; }\nhttp {\n  access_log off;\n");
		for (String temporary : List.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")) {
			main.append("  %s_temp_path %s/%s;\n".formatted(temporary, folder, temporary));
		}
		Path file = folder.resolve("nginx.conf");
		Files.writeString(file, main + "  include " + folder.resolve("site.conf") + ";\n}\n");
		List<String> command = List.of(program.toString(), "-e", folder.resolve("error.log").toString(), "-c",
				file.toString());
		Programs.Result check = Programs.run(30, Stream.concat(command.stream(), Stream.of("-t")).toList());
		assertThat(check.succeeded()).as(check.output()).isTrue();
		assertThat(check.output()).doesNotContain("[warn]");
		Process process = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(folder.resolve("nginx.out").toFile())
			.start();
		await().atMost(Duration.ofSeconds(10)).until(() -> Ports.isOpen(port) || !process.isAlive());
		assertThat(process.isAlive()).as(Files.readString(folder.resolve("error.log"))).isTrue();
		return new Nginx(folder, process, store, port, plainPort);
	}

	String address() {
		return "https://localhost:" + this.port;
	}

	String plainAddress() {
		return "http://localhost:" + this.plainPort;
	}

	/** What it had to complain of. */
	String errors() throws IOException {
		return Files.readString(this.folder.resolve("error.log"));
	}

	/**
	 * One that trusts its certificate. By HTTP/1.1: the JDK's fails when a server says
	 * goodbye to a connection of HTTP/2, as nginx does after a thousand requests.
	 */
	HttpClient client() throws GeneralSecurityException {
		return HttpClient.newBuilder()
			.sslContext(context())
			.version(HttpClient.Version.HTTP_1_1)
			.connectTimeout(Duration.ofSeconds(10))
			.build();
	}

	/** The answer to a request of which only the beginning is ever sent. */
	String answerTo(String beginning) throws IOException, GeneralSecurityException {
		try (Socket socket = context().getSocketFactory().createSocket("localhost", this.port)) {
			socket.setSoTimeout(10000);
			socket.getOutputStream().write(beginning.getBytes(StandardCharsets.UTF_8));
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private SSLContext context() throws GeneralSecurityException {
		TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		trust.init(this.store);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(null, trust.getTrustManagers(), null);
		return context;
	}

	private static KeyStore certificate(Path folder) throws IOException, GeneralSecurityException {
		Path file = folder.resolve("certificate.p12");
		Programs.Result made = Programs.run(60,
				List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias",
						"site", "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "SAN=dns:localhost", "-storetype",
						"PKCS12", "-storepass", new String(PASSWORD), "-keystore", file.toString()));
		assertThat(made.succeeded()).as(made.output()).isTrue();
		KeyStore store = KeyStore.getInstance(file.toFile(), PASSWORD);
		Files.writeString(folder.resolve("fullchain.pem"),
				pem("CERTIFICATE", store.getCertificate("site").getEncoded()));
		Files.writeString(folder.resolve("privkey.pem"),
				pem("PRIVATE KEY", store.getKey("site", PASSWORD).getEncoded()));
		KeyStore trusted = KeyStore.getInstance("PKCS12");
		trusted.load(null, null);
		trusted.setCertificateEntry("site", store.getCertificate("site"));
		return trusted;
	}

	private static String pem(String what, byte[] bytes) {
		return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(what,
				Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(bytes), what);
	}

	@Override
	public void close() {
		this.process.destroy();
		this.process.onExit().join();
	}

}
