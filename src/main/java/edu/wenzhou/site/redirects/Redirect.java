package edu.wenzhou.site.redirects;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.LinkedHashSet;
import java.util.Set;

import edu.wenzhou.site.web.Address;
import edu.wenzhou.site.web.Language;

/**
 * An address and where it leads.
 *
 * @param source as requests are compared with it; see {@link #sources}
 * @param target encoded and with the language
 * @param changedBy the person's name at the time
 */
record Redirect(long id, String source, String target, long version, ZonedDateTime changedAt, String changedBy) {

	/** Where the college is. */
	static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	static final int LONGEST_SOURCE = 500;

	static Redirect of(ResultSet row, int number) throws SQLException {
		return new Redirect(row.getLong("id"), row.getString("source"), row.getString("target"), row.getLong("version"),
				row.getObject("changed_at", OffsetDateTime.class).atZoneSameInstant(ZONE), row.getString("changed_by"));
	}

	/** The source that stands for exactly that address. */
	static String source(Address address) {
		return withQuery(address.spelled(), address.query());
	}

	/**
	 * The sources of redirects that hold for an address, the most exact first. What is
	 * said of a Chinese address holds for the English one too, unless something else is
	 * said of that.
	 */
	static Set<String> sources(Address address) {
		String english = (address.language() == Language.ENGLISH) ? address.language().address(address.path())
				: address.path();
		Set<String> sources = new LinkedHashSet<>();
		sources.add(source(address));
		sources.add(address.spelled());
		sources.add(english);
		sources.add(withQuery(address.bare(), address.query()));
		sources.add(address.bare());
		sources.add(address.path());
		return sources;
	}

	/** Whether it was said of the address in the language in which it was asked for. */
	private static boolean isExact(String source, Address address) {
		return source.startsWith(address.spelled()) || address.language() == Language.CHINESE
				|| source.equals(address.language().address(address.path()));
	}

	/** Where a visitor goes who asked for an address that this one holds for. */
	static String target(String source, String target, Address asked) {
		Address led = Address.of(target).orElseThrow();
		boolean translated = !isExact(source, asked) && led.language() == Language.CHINESE && !led.isFile();
		return translated ? asked.language().address(target) : target;
	}

	private static String withQuery(String path, String query) {
		return query.isEmpty() ? path : path + "?" + query;
	}

}
