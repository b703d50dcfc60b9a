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
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import edu.wenzhou.site.media.MediaAddress;
import edu.wenzhou.site.web.FixedPage;
import edu.wenzhou.site.web.PublicPages;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The pages of the items that are public, and the fixed ones that show them. */
@Component
class PageDates implements PublicPages {

	/**
	 * Also what has ended since: it changed the lists that it stood in. And when the next
	 * of anything ends.
	 */
	private static final String LATEST = """
			select t.type, greatest((select p.changed_at from publication p where p.type = t.type
			  order by p.changed_at desc limit 1), ended.at) as changed,
			  (select min(expire_at) from publication where expire_at > :now) as next
			from unnest(cast(:types as text[])) as t (type)
			left join (select type, max(expire_at) as at from publication where expire_at <= :now group by type) ended
			  on ended.type = t.type""";

	/** A list that never had anything is as old as the content of the site. */
	private static final String FIRST = "select min(first_published_at) from content_item";

	private static final String ITEMS = """
			select p.item_id, p.path, p.type, p.changed_at, array(select m.sha256 from content_media u
			  join media_item m on m.sha256 = u.sha256 where u.item_id = p.item_id and u.live and m.kind = 'PICTURE'
			  order by m.id) as pictures, array(select m.file_name from content_media u
			  join media_item m on m.sha256 = u.sha256 where u.item_id = p.item_id and u.live and m.kind = 'PICTURE'
			  order by m.id) as names
			from publication p where strpos(p.path, '#') = 0 and""" + " " + Expiry.CURRENT;

	private static final String EXTENT = """
			select count(*) filter (where public) as pages, coalesce(max(item_id) filter (where public), 0) as last,
			  greatest(max(changed_at), max(expire_at) filter (where expire_at <= :now)) as changed
			from (select *, strpos(path, '#') = 0 and %s as public from publication) p
			where item_id >= :from and item_id < :below""".formatted(Expiry.CURRENT);

	/** The number of all fixed pages. */
	private static final long FIXED = 0;

	private final JdbcClient jdbc;

	private final Map<String, FixedPage> fixed = new LinkedHashMap<>();

	private final Clock clock;

	private final PerGeneration<Latest> latest;

	private final PerGeneration<Optional<Instant>> first;

	PageDates(JdbcClient jdbc, List<FixedPage> fixed, SiteGeneration generation, Clock clock) {
		this.jdbc = jdbc;
		fixed.stream()
			.sorted(Comparator.comparing(FixedPage::path))
			.forEach((page) -> this.fixed.put(page.path(), page));
		this.clock = clock;
		this.latest = new PerGeneration<>(generation, (latest) -> latest.holdsAt(clock.instant()));
		this.first = new PerGeneration<>(generation);
	}

	@Override
	public Optional<Instant> changed(String path) {
		FixedPage page = this.fixed.get(path);
		return (page != null) ? changed(page, this.latest.get(() -> read(this.clock.instant())))
				: this.jdbc.sql("select changed_at from publication where path = :path and " + Expiry.CURRENT)
					.param("path", path)
					.param("now", ContentStore.at(this.clock.instant()))
					.query(OffsetDateTime.class)
					.optional()
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

	@Override
	@Transactional(readOnly = true)
	public void each(long from, long below, Consumer<PublicPage> consumer) {
		Instant now = this.clock.instant();
		if (from <= FIXED && FIXED < below) {
			Latest latest = read(now);
			this.fixed.values()
				.forEach((page) -> consumer
					.accept(new PublicPage(FIXED, page.path(), null, changed(page, latest).orElse(null), List.of())));
		}
		try (Stream<PublicPage> pages = this.jdbc
			.sql(ITEMS + " and p.item_id >= :from and p.item_id < :below order by p.item_id")
			.withFetchSize(Publications.FETCH)
			.param("now", ContentStore.at(now))
			.param("from", from)
			.param("below", below)
			.query(PageDates::page)
			.stream()) {
			pages.filter((page) -> !this.fixed.containsKey(page.path())).forEach(consumer);
		}
	}

	private Optional<Instant> changed(FixedPage page, Latest latest) {
		return latest.of(page)
			.or(() -> this.first.get(() -> this.jdbc.sql(FIRST)
				.query((row, number) -> row.getObject(1, OffsetDateTime.class))
				.optional()
				.map(PageDates::second)));
	}

	private Latest read(Instant now) {
		Map<String, Instant> byType = new HashMap<>();
		AtomicReference<Instant> next = new AtomicReference<>();
		String[] types = this.fixed.values()
			.stream()
			.flatMap((page) -> page.types().stream())
			.distinct()
			.toArray(String[]::new);
		this.jdbc.sql(LATEST)
			.param("now", ContentStore.at(now))
			.param("types", types)
			.query((RowCallbackHandler) (row) -> {
				OffsetDateTime changed = row.getObject("changed", OffsetDateTime.class);
				if (changed != null) {
					byType.put(row.getString("type"), second(changed));
				}
				OffsetDateTime end = row.getObject("next", OffsetDateTime.class);
				next.set((end != null) ? end.toInstant() : null);
			});
		return new Latest(byType, next.get());
	}

	@Override
	public Map<String, PublicPage> items(Collection<String> paths) {
		return this.jdbc.sql(ITEMS + " and p.path = any (:paths)")
			.param("now", ContentStore.at(this.clock.instant()))
			.param("paths", paths.toArray(String[]::new))
			.query(PageDates::page)
			.list()
			.stream()
			.collect(Collectors.toMap(PublicPage::path, Function.identity()));
	}

	@Override
	public Extent extent(long from, long below) {
		int always = (from <= FIXED && FIXED < below) ? this.fixed.size() : 0;
		return this.jdbc.sql(EXTENT)
			.param("now", ContentStore.at(this.clock.instant()))
			.param("from", from)
			.param("below", below)
			.query((row, number) -> {
				OffsetDateTime changed = row.getObject("changed", OffsetDateTime.class);
				return new Extent(row.getLong("pages") + always, row.getLong("last"),
						(changed != null) ? changed.toInstant() : null);
			})
			.single();
	}

	private static PublicPage page(ResultSet row, int number) throws SQLException {
		List<String> pictures = texts(row.getArray("pictures"));
		List<String> names = texts(row.getArray("names"));
		String[] images = new String[pictures.size()];
		Arrays.setAll(images, (image) -> MediaAddress.of(pictures.get(image), names.get(image)));
		return new PublicPage(row.getLong("item_id"), row.getString("path"), row.getString("type"),
				second(row.getObject("changed_at", OffsetDateTime.class)), List.of(images));
	}

	private static Instant second(OffsetDateTime changed) {
		return changed.toInstant().truncatedTo(ChronoUnit.SECONDS);
	}

	private static List<String> texts(Array array) throws SQLException {
		return List.of((String[]) array.getArray());
	}

	/**
	 * When what fixed pages show was changed last, by type.
	 *
	 * @param nextEnd when time alone will change something; null for never
	 */
	private record Latest(Map<String, Instant> byType, Instant nextEnd) {

		Optional<Instant> of(FixedPage page) {
			return page.types().stream().map(this.byType::get).filter(Objects::nonNull).max(Comparator.naturalOrder());
		}

		boolean holdsAt(Instant now) {
			return this.nextEnd == null || now.isBefore(this.nextEnd);
		}

	}

}
