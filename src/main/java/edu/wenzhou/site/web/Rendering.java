package edu.wenzhou.site.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import jakarta.servlet.http.HttpSession;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.ModelAndView;

/**
 * Renders a public page on the thread of the caller, so within its transaction, by the
 * same controllers and templates that answer visitors.
 */
@Component
public class Rendering {

	private static final String UNSEEN = Rendering.class.getName() + ".unseen";

	private static final String FOUND = Rendering.class.getName() + ".found";

	private final ObjectProvider<DispatcherServlet> dispatcher;

	private final PublicPages pages;

	Rendering(ObjectProvider<DispatcherServlet> dispatcher, PublicPages pages) {
		this.dispatcher = dispatcher;
		this.pages = pages;
	}

	/**
	 * The HTML of the page that a visitor would get.
	 * @param path without language, query and fragment
	 * @param request any request, for what the container knows
	 * @param response the answer to it, which is left alone
	 * @param prepare may leave attributes for the page on the request that it sees
	 * @throws NotFoundException if the page does not answer with 200
	 */
	public String html(String path, Language language, HttpServletRequest request, HttpServletResponse response,
			Consumer<HttpServletRequest> prepare) {
		Visit visit = new Visit(request, path, language);
		prepare.accept(visit);
		Answer answer = serve(visit, response);
		if (answer.getStatus() != HttpStatus.OK.value()) {
			throw new NotFoundException();
		}
		return answer.html();
	}

	/**
	 * What is said about the page that a visitor would get; its HTML is not made. Whoever
	 * asks may have the path from a visitor: nothing but a public page is looked at.
	 * @param path without language, query and fragment
	 * @param request any request, for what the container knows
	 * @param response the answer to it, which is left alone
	 * @throws NotFoundException if no public page is there
	 * @throws NotReadyException if it cannot be read now
	 */
	public Page page(String path, Language language, HttpServletRequest request, HttpServletResponse response) {
		if (this.pages.changed(path).isEmpty()) {
			throw new NotFoundException();
		}
		Visit visit = new Visit(request, path, language);
		visit.setAttribute(UNSEEN, true);
		int status = serve(visit, response).getStatus();
		if (status == HttpStatus.OK.value() && visit.getAttribute(FOUND) instanceof Page page
				&& page.canonical() != null) {
			return page;
		}
		if (status < HttpStatus.INTERNAL_SERVER_ERROR.value()) {
			throw new NotFoundException();
		}
		throw new NotReadyException("The page " + path + " cannot be read");
	}

	private Answer serve(Visit visit, HttpServletResponse response) {
		Answer answer = new Answer(response);
		try {
			this.dispatcher.getObject().service(visit, answer);
		}
		catch (ServletException | IOException ex) {
			throw new IllegalStateException("Cannot render " + visit.getRequestURI(), ex);
		}
		return answer;
	}

	/** Keeps what a controller says, where nobody wants to see the page. */
	static void stopIfUnseen(HttpServletRequest request, ModelAndView view) {
		if (request.getAttribute(UNSEEN) != null) {
			request.setAttribute(FOUND, view.getModel().get("page"));
			view.clear();
		}
	}

	/** A visitor's request for a page: nothing of the request that it stands in shows. */
	private static final class Visit extends HttpServletRequestWrapper {

		private final String path;

		private final Map<String, Object> attributes = new HashMap<>();

		private Visit(HttpServletRequest request, String path, Language language) {
			super(request);
			this.path = path;
			LanguageFilter.set(this, language);
		}

		@Override
		public String getMethod() {
			return HttpMethod.GET.name();
		}

		@Override
		public String getRequestURI() {
			return this.path;
		}

		@Override
		public StringBuffer getRequestURL() {
			StringBuffer url = super.getRequestURL();
			return url.replace(url.length() - super.getRequestURI().length(), url.length(), this.path);
		}

		@Override
		public String getServletPath() {
			return this.path;
		}

		@Override
		public String getQueryString() {
			return null;
		}

		@Override
		public String getContentType() {
			return null;
		}

		@Override
		public String getParameter(String name) {
			return null;
		}

		@Override
		public String[] getParameterValues(String name) {
			return null;
		}

		@Override
		public Map<String, String[]> getParameterMap() {
			return Map.of();
		}

		@Override
		public Enumeration<String> getParameterNames() {
			return Collections.emptyEnumeration();
		}

		@Override
		public HttpSession getSession(boolean create) {
			return null;
		}

		@Override
		public HttpSession getSession() {
			return null;
		}

		@Override
		public Object getAttribute(String name) {
			return this.attributes.get(name);
		}

		@Override
		public void setAttribute(String name, Object value) {
			this.attributes.put(name, value);
		}

		@Override
		public void removeAttribute(String name) {
			this.attributes.remove(name);
		}

		@Override
		public Enumeration<String> getAttributeNames() {
			return Collections.enumeration(this.attributes.keySet());
		}

	}

	/** Keeps what is written, and changes nothing of the answer around it. */
	private static final class Answer extends HttpServletResponseWrapper {

		private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

		private final PrintWriter writer = new PrintWriter(new OutputStreamWriter(this.bytes, StandardCharsets.UTF_8));

		private int status = HttpStatus.OK.value();

		private Answer(HttpServletResponse response) {
			super(response);
		}

		private String html() {
			this.writer.flush();
			return this.bytes.toString(StandardCharsets.UTF_8);
		}

		@Override
		public PrintWriter getWriter() {
			return this.writer;
		}

		@Override
		public ServletOutputStream getOutputStream() {
			return new ServletOutputStream() {
				@Override
				public void write(int b) {
					Answer.this.bytes.write(b);
				}

				@Override
				public boolean isReady() {
					return true;
				}

				@Override
				public void setWriteListener(WriteListener listener) {
					throw new UnsupportedOperationException();
				}
			};
		}

		@Override
		public void setStatus(int status) {
			this.status = status;
		}

		@Override
		public int getStatus() {
			return this.status;
		}

		@Override
		public void sendError(int status, String message) {
			this.status = status;
		}

		@Override
		public void sendError(int status) {
			this.status = status;
		}

		@Override
		public void sendRedirect(String location) {
			this.status = HttpStatus.FOUND.value();
		}

		@Override
		public void setHeader(String name, String value) {
		}

		@Override
		public void addHeader(String name, String value) {
		}

		@Override
		public void setDateHeader(String name, long date) {
		}

		@Override
		public void addDateHeader(String name, long date) {
		}

		@Override
		public void setContentType(String type) {
		}

		@Override
		public void setCharacterEncoding(String encoding) {
		}

		@Override
		public void setContentLength(int length) {
		}

		@Override
		public void setContentLengthLong(long length) {
		}

		@Override
		public boolean isCommitted() {
			return false;
		}

		@Override
		public void flushBuffer() {
		}

		@Override
		public void resetBuffer() {
			this.bytes.reset();
		}

		@Override
		public void reset() {
			this.bytes.reset();
		}

	}

}
