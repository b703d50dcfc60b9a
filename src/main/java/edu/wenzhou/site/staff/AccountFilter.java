package edu.wenzhou.site.staff;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which accounts a list shows, as typed: what is not understood filters nothing.
 *
 * @param q part of a name or of the address
 * @param role a name of {@link Role}; empty for all
 * @param state a name of {@link State}; empty for all
 */
record AccountFilter(String q, String role, String state) {

	AccountFilter {
		// Among them the one character that PostgreSQL does not know
		q = (q != null) ? q.replaceAll("\\p{C}", "").strip() : "";
		role = known(role, Role.values());
		state = known(state, State.values());
	}

	/** What became of an account. */
	enum State {

		/** Its owner may sign in. */
		ACTIVE("not a.disabled and a.password_hash is not null"),
		/** Its owner has not chosen a password yet. */
		INVITED("not a.disabled and a.password_hash is null"),
		/** Nobody may sign in with it. */
		DISABLED("a.disabled");

		private final String condition;

		State(String condition) {
			this.condition = condition;
		}

	}

	/** What is asked for, by the names of the parameters; no more than that. */
	Map<String, String> asked() {
		Map<String, String> asked = new LinkedHashMap<>();
		asked.put("q", this.q);
		asked.put("role", this.role);
		asked.put("state", this.state);
		asked.values().removeIf(String::isEmpty);
		return asked;
	}

	/** The condition in SQL on an account {@code a}, over those parameters. */
	String condition() {
		Map<String, String> conditions = new LinkedHashMap<>();
		conditions.put("q", "position(lower(:q) in lower(concat_ws(' ', a.display_name, a.user_name, a.email))) > 0");
		conditions.put("role", "exists (select from staff_role_grant g where g.account_id = a.id and g.role = :role)");
		conditions.put("state", this.state.isEmpty() ? "" : State.valueOf(this.state).condition);
		conditions.keySet().retainAll(asked().keySet());
		return conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions.values());
	}

	private static String known(String name, Enum<?>[] all) {
		for (Enum<?> one : all) {
			if (one.name().equals(name)) {
				return name;
			}
		}
		return "";
	}

}
