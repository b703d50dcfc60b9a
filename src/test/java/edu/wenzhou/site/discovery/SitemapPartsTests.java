package edu.wenzhou.site.discovery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import edu.wenzhou.site.Generation;
import edu.wenzhou.site.web.CollegeProperties;
import edu.wenzhou.site.web.ListAddresses;
import edu.wenzhou.site.web.Pages;
import edu.wenzhou.site.web.PublicPages;
import edu.wenzhou.site.web.PublicPages.Extent;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** A sitemap too large for one file is a list of parts that keep what they hold. */
class SitemapPartsTests extends DiscoveryTest {

	private static final long SIZE = 7;

	@Autowired
	private PublicPages all;

	@Autowired
	private Pages pages;

	@Autowired
	private List<ListAddresses> lists;

	@Autowired
	private CollegeProperties properties;

	@Test
	void thePartsHoldTogetherWhatTheWholeHolds() throws IOException {
		notices("EVENT", 30);
		Map<String, Listed> whole = entries(get("/sitemap.xml").body());
		for (SitemapKind kind : SitemapKind.values()) {
			Map<String, Listed> found = new LinkedHashMap<>();
			parts(kind).values().forEach((part) -> entries(part).forEach((address, entry) -> {
				assertThat(found.put(address, entry)).as("in two parts: " + address).isNull();
			}));
			assertThat(found.keySet()).isEqualTo(whole.keySet());
			if (kind == SitemapKind.STANDARD) {
				assertThat(found).isEqualTo(whole);
			}
		}
	}

	@Test
	void whatIsNewOrGoneLeavesOtherPartsAlone() throws IOException {
		notices("EVENT", 30);
		Map<String, String> before = parts(SitemapKind.STANDARD);
		notices("DISCLOSURE", 1);
		Map<String, String> after = parts(SitemapKind.STANDARD);
		List<String> changed = before.keySet()
			.stream()
			.filter((part) -> !before.get(part).equals(after.get(part)))
			.toList();
		String last = List.copyOf(before.keySet()).get(before.size() - 1);
		// The first has the lists and their dates
		assertThat(List.of(BASE_URL + "/sitemap-1.xml", last)).containsAll(changed);
		this.jdbc.sql("delete from publication where slug in ('found-disclosure-1', 'found-event-3')").update();
		this.jdbc.sql("delete from notice where slug = 'found-disclosure-1'").update();
		Generation.raise(this.jdbc);
		Map<String, String> gone = parts(SitemapKind.STANDARD);
		assertThat(before.keySet().stream().filter((part) -> !before.get(part).equals(gone.get(part)))).hasSize(1)
			.allMatch((part) -> before.get(part).contains("found-event-3<"));
	}

	/** Those without a page are not named. */
	private Map<String, String> parts(SitemapKind kind) throws IOException {
		Sitemaps sitemaps = new Sitemaps(this.all, this.pages, this.lists, this.properties, SIZE);
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		Extent whole = sitemaps.whole();
		sitemaps.write(kind, whole, out);
		String index = out.toString(StandardCharsets.UTF_8);
		validate(index, "siteindex");
		Map<String, String> parts = new LinkedHashMap<>();
		for (Listed entry : entries(index).values()) {
			String path = entry.address().substring(BASE_URL.length());
			long part = Long.parseLong(path.replaceAll("\\D", ""));
			assertThat(path).isEqualTo(kind.path(part));
			Extent extent = sitemaps.extent(part);
			ByteArrayOutputStream one = new ByteArrayOutputStream();
			sitemaps.write(kind, part, extent, one);
			String xml = one.toString(StandardCharsets.UTF_8);
			if (kind == SitemapKind.STANDARD) {
				validate(xml, "sitemap");
			}
			assertThat(entries(xml).values()).as(path).allMatch((page) -> !page.changed().isAfter(entry.changed()));
			parts.put(entry.address(), xml);
		}
		assertThat(parts.size()).isGreaterThan(4).isLessThanOrEqualTo((int) (whole.last() / SIZE + 1));
		return parts;
	}

	/**
	 * Asked for a million entries, the source sees each step written before it is asked
	 * for the next, and is never asked for many at once.
	 */
	@Test
	void nothingIsCollected() throws IOException {
		AtomicLong written = new AtomicLong();
		long number = 500_000;
		Sitemaps sitemaps = new Sitemaps(new Generated(number, written), this.pages, this.lists, this.properties,
				number + 1);
		sitemaps.write(SitemapKind.STANDARD, sitemaps.whole(), new OutputStream() {
			@Override
			public void write(int one) {
				written.incrementAndGet();
			}

			@Override
			public void write(byte[] some, int offset, int length) {
				written.addAndGet(length);
			}
		});
		assertThat(written.get()).isGreaterThan(2 * number * 300);
	}

	/** However many pictures there are, a file stays below 50 MB. */
	@Test
	void picturesGiveWayToPages() throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		SitemapWriter writer = new SitemapWriter(SitemapKind.STANDARD, out);
		writer.startPages();
		List<String> many = new ArrayList<>();
		for (int i = 0; i < 1200; i++) {
			many.add(BASE_URL + "/media/" + "0".repeat(64) + "/picture-" + i + ".jpg");
		}
		for (int i = 0; i < 100; i++) {
			writer.page(BASE_URL + "/" + i, Instant.EPOCH, this.pages.alternates("/" + i), many);
		}
		writer.end();
		assertThat(out.size()).isLessThan(12_100_000);
		Map<String, Listed> entries = entries(out.toString(StandardCharsets.UTF_8));
		assertThat(entries).hasSize(100);
		assertThat(entries.get(BASE_URL + "/0").images()).hasSize(1000);
		assertThat(entries.get(BASE_URL + "/99").images()).isEmpty();
	}

	/** Pages that are made when they are asked for. */
	private static final class Generated implements PublicPages {

		private static final int MOST = 1000;

		private final long number;

		private final AtomicLong written;

		private Generated(long number, AtomicLong written) {
			this.number = number;
			this.written = written;
		}

		@Override
		public void each(long from, long below, Consumer<PublicPage> consumer) {
			assertThat(below - from).isLessThanOrEqualTo(MOST);
			// But for what is on its way
			assertThat(this.written.get()).isGreaterThanOrEqualTo(2 * from * 300 - 10_000);
			for (long one = from; one < below; one++) {
				consumer.accept(new PublicPage(one, "/notices/number-" + one, "notice", Instant.EPOCH, List.of()));
			}
		}

		@Override
		public Extent extent(long from, long below) {
			return new Extent(this.number, this.number - 1, Instant.EPOCH);
		}

		@Override
		public Optional<Instant> changed(String path) {
			throw new UnsupportedOperationException();
		}

		@Override
		public Set<String> among(Collection<String> paths) {
			throw new UnsupportedOperationException();
		}

		@Override
		public Map<String, PublicPage> items(Collection<String> paths) {
			throw new UnsupportedOperationException();
		}

	}

}
