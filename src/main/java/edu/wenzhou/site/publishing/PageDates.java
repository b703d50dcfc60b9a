package edu.wenzhou.site.publishing;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import edu.wenzhou.site.media.MediaAddress;
import edu.wenzhou.site.web.FixedPage;
import edu.wenzhou.site.web.PublicPages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The pages of the items that are public, and the fixed ones that show them. */
@Component
class PageDates implements PublicPages {

	/**
	 * Also what has ended since: it changed the lists that it stood in. A list that never
	 * had anything is as old as the content of the site.
	 */
	private static final String LATEST = """
			select coalesce(greatest((select max(newest.changed_at) from unnest(cast(:types as text[])) as t (type),
			  lateral (select changed_at from publication p where p.type = t.type order by changed_at desc limit 1) newest),
			  (select max(expire_at) from publication where expire_at <= :now and type = any (cast(:types as text[])))),
			  (select min(first_published_at) from content_item))""";

	private final JdbcClient jdbc;

	private final Map<String, FixedPage> fixed = new LinkedHashMap<>();

	private final Clock clock;

	PageDates(JdbcClient jdbc, List<FixedPage> fixed, Clock clock) {
		this.jdbc = jdbc;
		fixed.stream()
			.sorted(Comparator.comparing(FixedPage::path))
			.forEach((page) -> this.fixed.put(page.path(), page));
		this.clock = clock;
	}

	@Override
	public Optional<Instant> changed(String path) {
		FixedPage page = this.fixed.get(path);
		OffsetDateTime now = ContentStore.at(this.clock.instant());
		return ((page != null) ? latest(page, now)
				: this.jdbc.sql("select changed_at from publication where path = :path and " + Expiry.CURRENT)
					.param("path", path)
					.param("now", now)
					.query(OffsetDateTime.class)
					.optional())
			.map(PageDates::second);
	}

	@Override
	public Set<String> among(Collection<String> paths) {
		Set<String> found = new HashSet<>(paths);
		found.retainAll(this.fixed.keySet());
		if (!paths.isEmpty()) {
			found.addAll(this.jdbc
				.sql("select path from publication where path in (:paths) and strpos(path, '#') = 0 and "
						+ Expiry.CURRENT)
				.param("paths", paths)
				.param("now", ContentStore.at(this.clock.instant()))
				.query(String.class)
				.list());
		}
		return found;
	}

	private Optional<OffsetDateTime> latest(FixedPage page, OffsetDateTime now) {
		return this.jdbc.sql(LATEST)
			.param("types", page.types().toArray(String[]::new))
			.param("now", now)
			.query(OffsetDateTime.class)
			.optional();
	}

	@Override
	@Transactional(readOnly = true)
	public void each(Consumer<PublicPage> consumer) {
		OffsetDateTime now = ContentStore.at(this.clock.instant());
		for (FixedPage page : this.fixed.values()) {
			Instant changed = latest(page, now).map(PageDates::second).orElse(null);
			consumer.accept(new PublicPage(page.path(), null, changed, List.of()));
		}
		try (Stream<PublicPage> pages = this.jdbc.sql("""
				select p.path, p.type, p.changed_at, array(select m.sha256 from content_media u
				  join media_item m on m.sha256 = u.sha256 where u.item_id = p.item_id and u.live and m.kind = 'PICTURE'
				  order by m.id) as pictures, array(select m.file_name from content_media u
				  join media_item m on m.sha256 = u.sha256 where u.item_id = p.item_id and u.live and m.kind = 'PICTURE'
				  order by m.id) as names
				from publication p where strpos(p.path, '#') = 0 and %s order by p.item_id""".formatted(Expiry.CURRENT))
			.withFetchSize(Publications.FETCH)
			.param("now", now)
			.query(PageDates::page)
			.stream()) {
			pages.filter((page) -> !this.fixed.containsKey(page.path())).forEach(consumer);
		}
	}

	private static PublicPage page(ResultSet row, int number) throws SQLException {
		List<String> pictures = texts(row.getArray("pictures"));
		List<String> names = texts(row.getArray("names"));
		String[] images = new String[pictures.size()];
		Arrays.setAll(images, (image) -> MediaAddress.of(pictures.get(image), names.get(image)));
		return new PublicPage(row.getString("path"), row.getString("type"),
				second(row.getObject("changed_at", OffsetDateTime.class)), List.of(images));
	}

	private static Instant second(OffsetDateTime changed) {
		return changed.toInstant().truncatedTo(ChronoUnit.SECONDS);
	}

	private static List<String> texts(Array array) throws SQLException {
		return List.of((String[]) array.getArray());
	}

}
