package edu.wenzhou.site.audit;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Who acts, and from where.
 *
 * @param id of the account; null for somebody who has not signed in
 * @param name as it is at the time
 * @param client what the browser says that it is, shortened
 */
public record Actor(Long id, String name, String address, String client) {

	private static final String ATTRIBUTE = Actor.class.getName();

	private static final int LONGEST_CLIENT = 200;

	/** Somebody who has not signed in. */
	public static Actor anonymous(HttpServletRequest request) {
		return new Actor(null, "", request.getRemoteAddr(), client(request));
	}

	/** Whoever sent the request. */
	public static Actor of(HttpServletRequest request) {
		return (request.getAttribute(ATTRIBUTE) instanceof Actor actor) ? actor : anonymous(request);
	}

	/** The same place, with a person. */
	public Actor as(long id, String name) {
		return new Actor(id, name, this.address, this.client);
	}

	/** From now on the request is this person's. */
	public void holdsFor(HttpServletRequest request) {
		request.setAttribute(ATTRIBUTE, this);
	}

	private static String client(HttpServletRequest request) {
		String client = request.getHeader("User-Agent");
		if (client == null) {
			return "";
		}
		String printable = client.replaceAll("\\p{C}", "");
		return printable.substring(0, Math.min(printable.length(), LONGEST_CLIENT));
	}

}
