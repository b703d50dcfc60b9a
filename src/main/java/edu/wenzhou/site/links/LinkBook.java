package edu.wenzhou.site.links;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import edu.wenzhou.site.links.Answer.Outcome;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The addresses of other sites in public texts, and what they answered. */
@Component
class LinkBook {

	private static final int PORTION = 500;

	private final JdbcClient jdbc;

	LinkBook(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** These stand in public texts tonight, and no others. */
	@Transactional
	public void seen(Collection<String> urls, LocalDate night) {
		List<String> all = List.copyOf(urls);
		for (int i = 0; i < all.size(); i += PORTION) {
			this.jdbc
				.sql("""
						insert into content_link (url, seen_on) select url, :night from unnest(cast(:urls as text[])) as u (url)
						on conflict (url) do update set seen_on = excluded.seen_on""")
				.param("night", night)
				.param("urls", all.subList(i, Math.min(i + PORTION, all.size())).toArray(String[]::new))
				.update();
		}
		this.jdbc.sql("delete from content_link where seen_on < ?").param(night).update();
	}

	/** Those that were not asked for longest. */
	List<String> due(LocalDate night, int most) {
		return this.jdbc.sql("""
				select url from content_link where asked_on is null or asked_on < ?
				order by asked_on nulls first, url limit ?""").params(night, most).query(String.class).list();
	}

	/** Several times in one night count once. */
	@Transactional
	public void answered(String url, Answer answer, LocalDate night) {
		String moved = (answer.outcome() == Outcome.OPEN && answer.end() != null
				&& Destination.of(url).filter((from) -> !Sites.areOne(from.host(), answer.end().host())).isPresent())
						? answer.end().address() : null;
		boolean failed = answer.outcome() == Outcome.BROKEN;
		this.jdbc.sql("""
				update content_link set asked_on = :night, status = :status, moved_to = :moved,
				  failures = case when not :failed then 0 when failed_on = :night then failures else failures + 1 end,
				  failed_since = case when :failed then coalesce(failed_since, :night) end,
				  failed_on = case when :failed then cast(:night as date) end where url = :url""")
			.param("night", night)
			.param("status", answer.status())
			.param("moved", moved)
			.param("failed", failed)
			.param("url", url)
			.update();
	}

	/** Those among some that people should hear of. One statement. */
	Map<String, Fault> faults(Collection<String> urls) {
		Map<String, Fault> faults = new HashMap<>();
		if (!urls.isEmpty()) {
			this.jdbc.sql("""
					select url, status, failed_since, moved_to from content_link
					where url = any (cast(:urls as text[])) and (failures > 1 or moved_to is not null)""")
				.param("urls", urls.toArray(String[]::new))
				.query((row) -> {
					faults.put(row.getString("url"), new Fault(row.getObject("status", Integer.class),
							row.getObject("failed_since", LocalDate.class), row.getString("moved_to")));
				});
		}
		return faults;
	}

	/**
	 * What is wrong with an address.
	 *
	 * @param status null where no answer came
	 * @param since when it has not opened; null where it leads to another site
	 * @param movedTo null where it does not open
	 */
	record Fault(Integer status, LocalDate since, String movedTo) {

	}

}
