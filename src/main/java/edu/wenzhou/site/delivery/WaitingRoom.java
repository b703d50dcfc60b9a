package edu.wenzhou.site.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.springframework.http.HttpHeaders;

/**
 * Answers on the site's port before the application can start, because its database is
 * away: pages from the mirror, and for all else a sentence that says to come back.
 */
final class WaitingRoom implements AutoCloseable {

	private static final long YIELD_MILLIS = 3000;

	private static final String RETRY_AFTER_SECONDS = "10";

	private static final String CLOSED = """
			<!DOCTYPE html>
			<html lang="zh-CN">
			<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
			<meta name="robots" content="noindex"><title>暂时无法显示 - 温州职业技术学院</title></head>
			<body>
			<h1>暂时无法显示</h1>
			<p>网站正在恢复，请过一会儿再试。刚才填的内容还在上一页：请按浏览器的“返回”。</p>
			<p lang="en">The site is recovering, please try again in a moment. What you typed is still on the page before: press Back.</p>
			<p><a href="/">温州职业技术学院</a></p>
			</body>
			</html>
			""";

	private final Tomcat tomcat = new Tomcat();

	private final HandedOnProtocol protocol = new HandedOnProtocol(false);

	private final AtomicBoolean closed = new AtomicBoolean();

	/**
	 * Opens the port.
	 * @throws IOException when it is taken
	 */
	static WaitingRoom open(InetSocketAddress address, Mirror mirror, Renditions renditions) throws IOException {
		ServerSocketChannel socket = ServerSocketChannel.open();
		try {
			socket.bind(address, 100);
			HandedOnProtocol.setSocket(socket);
			WaitingRoom room = new WaitingRoom();
			room.start(address.getPort(), new Pages(mirror, renditions));
			return room;
		}
		catch (IOException | LifecycleException ex) {
			HandedOnProtocol.setSocket(null);
			socket.close();
			throw (ex instanceof IOException io) ? io : new IOException(ex);
		}
	}

	private void start(int port, Pages pages) throws IOException, LifecycleException {
		Path folder = Files.createTempDirectory("waiting-room");
		folder.toFile().deleteOnExit();
		this.tomcat.setBaseDir(folder.toString());
		Connector connector = new Connector(this.protocol);
		connector.setPort(port);
		this.tomcat.setConnector(connector);
		Context context = this.tomcat.addContext("", null);
		Tomcat.addServlet(context, "pages", pages).addMapping("/");
		this.tomcat.start();
	}

	/**
	 * Ends what is under way and leaves the port open for whoever took it over and
	 * accepts already.
	 */
	@Override
	public void close() {
		if (this.closed.getAndSet(true)) {
			return;
		}
		this.protocol.yield(YIELD_MILLIS);
		try {
			this.tomcat.stop();
			this.tomcat.destroy();
		}
		catch (LifecycleException ex) {
			throw new UncheckedIOException(new IOException(ex));
		}
	}

	private static final class Pages extends HttpServlet {

		private static final long serialVersionUID = 1L;

		private final transient Mirror mirror;

		private final transient Renditions renditions;

		private Pages(Mirror mirror, Renditions renditions) {
			this.mirror = mirror;
			this.renditions = renditions;
		}

		@Override
		protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
			String path = request.getRequestURI();
			boolean reads = "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
			if (reads && (path.equals("/livez") || path.equals("/readyz"))) {
				write(response, "application/json", "{\"status\":\"UP\"}");
				return;
			}
			Rendition kept = reads ? kept(path, request.getQueryString()) : null;
			if (kept != null) {
				kept.answer(request, response);
				return;
			}
			response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
			response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
			response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
			response.setHeader("Content-Security-Policy",
					"default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
			response.setHeader("X-Content-Type-Options", "nosniff");
			response.setHeader("X-Frame-Options", "DENY");
			response.setHeader("Referrer-Policy", "same-origin");
			write(response, "text/html", CLOSED);
		}

		/** What a query says beside is not known here without the application. */
		private Rendition kept(String path, String query) {
			Rendition kept = (query != null) ? find(path + "?" + query) : null;
			return (kept != null) ? kept : find(path);
		}

		private Rendition find(String key) {
			Rendition kept = this.renditions.get(key);
			if (kept == null) {
				kept = this.mirror.find(key);
				if (kept != null) {
					this.renditions.put(kept);
				}
			}
			return kept;
		}

		private static void write(HttpServletResponse response, String type, String text) throws IOException {
			byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
			response.setContentType(type);
			response.setCharacterEncoding(StandardCharsets.UTF_8.name());
			response.setContentLength(bytes.length);
			response.getOutputStream().write(bytes);
		}

	}

}
