package edu.wenzhou.site.delivery;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

import edu.wenzhou.site.database.Breaker;
import edu.wenzhou.site.web.MissedAddresses;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Answers public pages from memory, ahead of everything else. What is not there is
 * rendered once, however many ask; what is out of date is rendered again and waited for,
 * but not for long; what cannot be rendered is answered as it last was.
 */
class RenditionFilter implements Filter {

	/** How long a visitor waits for the newest before getting what was there. */
	private static final long NEWEST_SECONDS = 1;

	/** And for somebody else who renders the same page already. */
	private static final long OTHER_SECONDS = 5;

	private final Renditions renditions;

	private final Renewals renewals;

	private final Mirror mirror;

	private final Keys keys;

	private final Breaker breaker;

	private final AtomicLong generation;

	private final ConcurrentMap<String, CompletableFuture<Rendition>> underWay = new ConcurrentHashMap<>();

	RenditionFilter(Renditions renditions, Renewals renewals, Mirror mirror, Keys keys, Breaker breaker,
			AtomicLong generation) {
		this.renditions = renditions;
		this.renewals = renewals;
		this.mirror = mirror;
		this.keys = keys;
		this.breaker = breaker;
		this.generation = generation;
	}

	@Override
	public void doFilter(ServletRequest given, ServletResponse answer, FilterChain chain)
			throws IOException, ServletException {
		HttpServletRequest request = (HttpServletRequest) given;
		HttpServletResponse response = (HttpServletResponse) answer;
		String method = request.getMethod();
		if (!"GET".equals(method) && !"HEAD".equals(method)) {
			chain.doFilter(request, response);
			return;
		}
		String path = request.getRequestURI();
		boolean own = this.renewals.isOwn(request);
		if (own) {
			request.setAttribute(MissedAddresses.OWN, true);
		}
		Rendition kept = (request.getQueryString() == null) ? this.renditions.get(path) : null;
		if (kept != null && kept.generation() == this.generation.get() && !own) {
			kept.answer(request, response);
			return;
		}
		if (Keys.isOutside(path)) {
			chain.doFilter(request, response);
		}
		else if (own) {
			chain.doFilter(new BareRequest(request), response);
		}
		else {
			answer(request, response, chain);
		}
	}

	private void answer(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		String path = request.getRequestURI();
		String key = (request.getQueryString() == null) ? path : this.keys.of(path, request.getParameterMap());
		Rendition kept = this.renditions.get(key);
		if (kept == null && this.breaker.isOpen()) {
			kept = kept(key);
		}
		if (kept != null && kept.generation() != this.generation.get()) {
			kept = newest(key, kept);
		}
		if (kept != null) {
			kept.answer(request, response);
		}
		else if (!Keys.isPlain(path) || !isWhole(request, key)) {
			render(request, response, chain, null);
		}
		else {
			renderOnce(key, request, response, chain);
		}
	}

	/** Whether the key says all that the request does. */
	private static boolean isWhole(HttpServletRequest request, String key) {
		return request.getQueryString() == null
				|| key.length() == request.getRequestURI().length() + 1 + request.getQueryString().length();
	}

	/** From the mirror; null for what is not there either. */
	private Rendition kept(String key) {
		Rendition kept = this.mirror.find(key);
		if (kept != null) {
			this.renditions.put(kept);
		}
		return kept;
	}

	/** Null for what is no page any more. */
	private Rendition newest(String key, Rendition kept) {
		if (this.breaker.isOpen() || !this.renewals.isReady()) {
			return kept;
		}
		try {
			Rendition newest = this.renewals.renew(key).get(NEWEST_SECONDS, TimeUnit.SECONDS);
			// One that was under way may be of the generation before
			return (newest != null && newest.generation() != this.generation.get())
					? this.renewals.renew(key).get(NEWEST_SECONDS, TimeUnit.SECONDS) : newest;
		}
		catch (ExecutionException | TimeoutException ex) {
			return kept;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return kept;
		}
	}

	private void renderOnce(String key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		CompletableFuture<Rendition> mine = new CompletableFuture<>();
		CompletableFuture<Rendition> other = this.underWay.putIfAbsent(key, mine);
		if (other == null) {
			try {
				mine.complete(render(request, response, chain, key));
			}
			finally {
				this.underWay.remove(key);
				mine.complete(null);
			}
			return;
		}
		Rendition rendition = null;
		try {
			rendition = other.get(OTHER_SECONDS, TimeUnit.SECONDS);
		}
		catch (ExecutionException | TimeoutException ex) {
			// Then by itself
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		if (rendition != null) {
			rendition.answer(request, response);
		}
		else {
			render(request, response, chain, null);
		}
	}

	/**
	 * Lets the application answer, and keeps that.
	 * @param key null for what is not to be kept
	 */
	private Rendition render(HttpServletRequest request, HttpServletResponse response, FilterChain chain, String key)
			throws IOException, ServletException {
		if (key == null) {
			chain.doFilter(request, response);
			return null;
		}
		long number = this.generation.get();
		HeldResponse held = new HeldResponse(response);
		try {
			chain.doFilter(new BareRequest(request), held);
		}
		catch (IOException | ServletException | RuntimeException ex) {
			Rendition last = kept(key);
			if (last == null) {
				throw ex;
			}
			response.reset();
			last.answer(request, response);
			return last;
		}
		if (held.isStreamed()) {
			return null;
		}
		Rendition rendition = null;
		if (held.getStatus() == HttpServletResponse.SC_OK) {
			rendition = Rendition.of(key, number, held.getContentType(), headers(response), held.content(), null);
			if (rendition != null) {
				this.renditions.put(rendition);
			}
		}
		else if (held.getStatus() >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
			rendition = kept(key);
		}
		if (rendition != null) {
			response.reset();
			rendition.answer(request, response);
		}
		else {
			held.release();
		}
		return rendition;
	}

	private static List<String> headers(HttpServletResponse response) {
		List<String> headers = new ArrayList<>();
		for (String name : response.getHeaderNames()) {
			response.getHeaders(name).forEach((value) -> headers.addAll(List.of(name, value)));
		}
		return headers;
	}

}
