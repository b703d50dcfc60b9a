package edu.wenzhou.site.staff;

import java.time.Instant;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Sessions that end when nobody is there: what a page asks by itself, again and again,
 * does not keep one open. Such addresses end with {@code /pulse}.
 */
final class AttendedSessions<S extends Session> implements SessionRepository<S> {

	private static final String BEFORE = AttendedSessions.class.getName();

	private final SessionRepository<S> sessions;

	private AttendedSessions(SessionRepository<S> sessions) {
		this.sessions = sessions;
	}

	/** The filter that knows sessions, over these. */
	static <S extends Session> SessionRepositoryFilter<S> filter(SessionRepository<S> sessions,
			CookieSerializer cookie) {
		CookieHttpSessionIdResolver ids = new CookieHttpSessionIdResolver();
		ids.setCookieSerializer(cookie);
		SessionRepositoryFilter<S> filter = new SessionRepositoryFilter<>(new AttendedSessions<>(sessions));
		filter.setHttpSessionIdResolver(ids);
		return filter;
	}

	@Override
	public S createSession() {
		return this.sessions.createSession();
	}

	@Override
	public S findById(String id) {
		S session = this.sessions.findById(id);
		HttpServletRequest request = request();
		if (session != null && request.getRequestURI().endsWith("/pulse")) {
			request.setAttribute(BEFORE, session.getLastAccessedTime());
		}
		return session;
	}

	@Override
	public void save(S session) {
		if (request().getAttribute(BEFORE) instanceof Instant before) {
			session.setLastAccessedTime(before);
		}
		this.sessions.save(session);
	}

	@Override
	public void deleteById(String id) {
		this.sessions.deleteById(id);
	}

	private static HttpServletRequest request() {
		return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
	}

}
