package edu.wenzhou.site.staff;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import edu.wenzhou.site.audit.Actor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/**
 * Sessions exist for people who have signed in, and for nobody else. They hold the number
 * of the account and a few strings; everything about the person is read anew for each
 * request.
 */
@Component
public class StaffSessions {

	static final Duration IDLE = Duration.ofMinutes(25);

	static final Duration LONGEST = Duration.ofHours(12);

	static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	private static final String ACCOUNT = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;

	private static final String ADDRESS = "address";

	private static final String CLIENT = "client";

	private static final String NOTE = "note.";

	private final FindByIndexNameSessionRepository<? extends Session> sessions;

	private final JdbcClient jdbc;

	private final Clock clock;

	StaffSessions(FindByIndexNameSessionRepository<? extends Session> sessions, JdbcClient jdbc, Clock clock) {
		this.sessions = sessions;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** A new session, never the one that the browser came with. */
	void open(HttpServletRequest request, long account, Actor actor) {
		close(request);
		HttpSession session = request.getSession(true);
		session.setAttribute(ACCOUNT, String.valueOf(account));
		session.setAttribute(ADDRESS, actor.address());
		session.setAttribute(CLIENT, actor.client());
	}

	/** The account that is signed in here, while the session is not too old. */
	Optional<Long> account(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session == null || !(session.getAttribute(ACCOUNT) instanceof String account)) {
			return Optional.empty();
		}
		if (!this.clock.instant().isBefore(Instant.ofEpochMilli(session.getCreationTime()).plus(LONGEST))) {
			session.invalidate();
			return Optional.empty();
		}
		return Optional.of(Long.valueOf(account));
	}

	void close(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session != null) {
			session.invalidate();
		}
	}

	/** Ends all sessions of an account, in the transaction of whoever calls. */
	int closeAll(long account) {
		return this.jdbc.sql("delete from spring_session where principal_name = :account")
			.param("account", String.valueOf(account))
			.update();
	}

	/** Ends all sessions of an account but the one of the request. */
	int closeOthers(long account, HttpServletRequest request) {
		HttpSession own = request.getSession(false);
		return this.jdbc.sql("delete from spring_session where principal_name = :account and session_id <> :own")
			.param("account", String.valueOf(account))
			.param("own", (own != null) ? own.getId() : "")
			.update();
	}

	/** The sessions of an account, the one in use last first. */
	List<Open> list(long account, HttpServletRequest request) {
		HttpSession own = request.getSession(false);
		return found(account).stream()
			.filter((session) -> !session.isExpired())
			.map((session) -> new Open(handle(session), session.getAttribute(ADDRESS), session.getAttribute(CLIENT),
					session.getCreationTime().atZone(ZONE), session.getLastAccessedTime().atZone(ZONE),
					own != null && own.getId().equals(session.getId())))
			.sorted(Comparator.comparing(Open::lastUsed).reversed())
			.toList();
	}

	/** Ends one session of an account; false if there is none with this handle. */
	boolean close(long account, String handle) {
		for (Session session : found(account)) {
			if (handle(session).equals(handle)) {
				this.sessions.deleteById(session.getId());
				return true;
			}
		}
		return false;
	}

	/**
	 * Keeps a text for the next page that this person sees.
	 * @param name tells the page's notes from those of others
	 */
	public void leaveNote(HttpServletRequest request, String name, String note) {
		request.getSession(true).setAttribute(NOTE + name, note);
	}

	/** Takes it away: it is shown once. */
	public Optional<String> takeNote(HttpServletRequest request, String name) {
		HttpSession session = request.getSession(false);
		if (session == null || !(session.getAttribute(NOTE + name) instanceof String note)) {
			return Optional.empty();
		}
		session.removeAttribute(NOTE + name);
		return Optional.of(note);
	}

	private Collection<? extends Session> found(long account) {
		return this.sessions.findByPrincipalName(String.valueOf(account)).values();
	}

	/** Names a session on a page, where its id must not stand. */
	private static String handle(Session session) {
		return HexFormat.of().formatHex(Secrets.sha256(session.getId()), 0, 16);
	}

	/**
	 * An open session.
	 *
	 * @param current whether it is the one that looks
	 */
	record Open(String handle, String address, String client, ZonedDateTime since, ZonedDateTime lastUsed,
			boolean current) {

		/** Browsers say that they are others too; the first of these is meant. */
		private static final Map<String, String> BROWSERS = names("MicroMessenger", "微信", "QQBrowser", "QQ 浏览器",
				"UCBrowser", "UC 浏览器", "HuaweiBrowser", "华为浏览器", "MiuiBrowser", "小米浏览器", "Edg", "Edge", "OPR", "Opera",
				"Firefox", "Firefox", "FxiOS", "Firefox", "CriOS", "Chrome", "Chrome", "Chrome", "Safari", "Safari");

		private static final Map<String, String> SYSTEMS = names("iPhone", "iPhone", "iPad", "iPad", "HarmonyOS",
				"HarmonyOS", "OpenHarmony", "HarmonyOS", "Android", "Android", "Windows", "Windows", "Macintosh", "Mac",
				"Linux", "Linux");

		/**
		 * The browser and what it runs on as people call them; what the browser says if
		 * it is none of the usual ones.
		 */
		public String device() {
			String names = Stream.of(BROWSERS, SYSTEMS)
				.map((known) -> known.keySet().stream().filter(this.client::contains).findFirst().map(known::get))
				.flatMap(Optional::stream)
				.collect(Collectors.joining("，"));
			return names.isEmpty() ? this.client : names;
		}

		private static Map<String, String> names(String... pairs) {
			Map<String, String> names = new LinkedHashMap<>();
			for (int i = 0; i < pairs.length; i += 2) {
				names.put(pairs[i], pairs[i + 1]);
			}
			return names;
		}

	}

}
