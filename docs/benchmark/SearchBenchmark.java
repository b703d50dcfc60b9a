import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes notices of made-up text, some of which have the words that are looked for; or asks
 * a running site for them, one search after the other, and tells how long that took. Run
 * by search.sh; delivery.sh has copies of a database filled.
 */
class SearchBenchmark {

	private static final int TEN_YEARS_IN_HOURS = 87_600;

	private static final int NOTICES = setting("NOTICES", 20_000);

	private static final int CHARACTERS = 1_200;

	private static final int BATCH = 500;

	private static final int REQUESTS = setting("REQUESTS", 200);

	private static final int WARM_UPS = setting("WARM_UPS", 50);

	/** What the page calls the number of hits. */
	private static final Pattern HITS = Pattern.compile("role=\"status\">[^0-9<]*([0-9]+)");

	private final HttpClient http = HttpClient.newHttpClient();

	public static void main(String[] arguments) throws Exception {
		SearchBenchmark benchmark = new SearchBenchmark();
		try (Connection database = DriverManager.getConnection(arguments[1])) {
			if (arguments[0].equals("make")) {
				benchmark.make(database);
			}
			else if (arguments[0].equals("copy")) {
				copy(database, arguments[2]);
			}
			else {
				benchmark.measure(arguments[0], database);
			}
		}
	}

	/** While nobody else uses it. Prints where the copy is. */
	private static void copy(Connection database, String name) throws SQLException {
		try (Statement statement = database.createStatement()) {
			statement.execute("create database " + statement.enquoteIdentifier(name, true) + " template "
					+ statement.enquoteIdentifier(database.getCatalog(), true));
		}
		System.out.println(database.getMetaData().getURL().replaceFirst("/" + database.getCatalog() + "\\b", "/" + name));
	}

	/** As many as there are to be, with those that are there. The same texts each time. */
	private void make(Connection database) throws SQLException {
		database.setAutoCommit(false);
		int made = (int) number(database, "select count(*) from content_item where slug like 'benchmark-%'");
		Random random = new Random(5 + made);
		try (Statement statement = database.createStatement()) {
			statement.execute("create temporary table made (slug text, title text, body text, published_on timestamptz)");
		}
		try (PreparedStatement insert = database.prepareStatement(
				"insert into made values (?, ?, ?, timestamptz '2026-11-01 09:00+08' - ? * interval '1 hour')")) {
			for (int n = made + 1; n <= NOTICES; n++) {
				insert.setString(1, "benchmark-" + n);
				insert.setString(2, text(random, 12) + (n % 50 == 0 ? "招生" : "") + "的通知");
				insert.setString(3, "<p>" + body(random, n) + "</p>");
				// Over ten years however many there are, else the list has a row more for each year more
				insert.setInt(4, (int) (n * 7919L % TEN_YEARS_IN_HOURS));
				insert.addBatch();
				if (n % BATCH == 0) {
					insert.executeBatch();
				}
			}
			insert.executeBatch();
		}
		try (Statement statement = database.createStatement()) {
			statement.execute("""
					insert into content_item (type, slug, title, created_at, updated_at, first_published_at, last_published_at)
					select 'notice', slug, title, published_on, published_on, published_on, published_on from made""");
			statement.execute("""
					insert into content_revision (item_id, seq, schema_version, payload, content_hash, title, kind, author_name,
					  created_at, updated_at, frozen_at)
					select i.id, 1, 1, payload, encode(sha256(convert_to(cast(payload as text), 'UTF8')), 'hex'), m.title, 'IMPORT',
					  '', m.published_on, m.published_on, m.published_on
					from made m join content_item i on i.type = 'notice' and i.slug = m.slug
					cross join lateral (select jsonb_build_object('slug', m.slug, 'title_zh', m.title, 'body_zh', m.body,
					  'category', 'ANNOUNCEMENT', 'published_on',
					  to_char(m.published_on at time zone 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI')) as payload) p""");
			statement.execute("""
					update content_item i set latest_revision_id = v.id, published_revision_id = v.id, published_slug = i.slug
					from content_revision v where v.item_id = i.id and i.type = 'notice' and i.slug in (select slug from made)""");
			statement.execute("""
					insert into notice (slug, category, title_zh, body_zh, published_on)
					select slug, 'ANNOUNCEMENT', title, body, published_on from made""");
			statement.execute("""
					insert into publication (item_id, type, slug, path, changed_at)
					select id, 'notice', slug, '/notices/' || slug, updated_at from content_item
					where type = 'notice' and slug in (select slug from made)""");
			// As the server does by itself before long
			statement.execute("analyze");
		}
		database.commit();
	}

	/** Common characters more often than rare ones, with a comma or full stop now and then. */
	private static String text(Random random, int length) {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < length; i++) {
			text.appendCodePoint(0x4E00 + (int) (Math.pow(random.nextDouble(), 2) * 3_000));
			if (length > 100 && i % 17 == 16) {
				text.append((i % 3 == 0) ? '。' : '，');
			}
		}
		return text.toString();
	}

	private static String body(Random random, int n) {
		StringBuilder body = new StringBuilder(text(random, CHARACTERS));
		put(body, random, "温州职业技术学院", n % 5 < 2);
		put(body, random, "专升本", n % 10 == 0);
		put(body, random, "三全育人", n % 20 == 0);
		put(body, random, "宿舍", n % 33 == 0);
		put(body, random, "食堂", n % 100 == 0);
		put(body, random, "茶山校区", n % 25 == 0);
		put(body, random, "罕见词语", n % 5_000 == 0);
		put(body, random, "2026级", n % 50 == 0);
		return body.toString();
	}

	private static void put(StringBuilder body, Random random, String word, boolean wanted) {
		if (wanted) {
			body.insert(random.nextInt(body.length()), word);
		}
	}

	private void measure(String site, Connection database) throws Exception {
		Map<String, String> searches = new LinkedHashMap<>();
		searches.put("two characters, 1 %", "/search?q=食堂");
		searches.put("two characters, 3 %", "/search?q=宿舍");
		searches.put("rare", "/search?q=罕见词语");
		searches.put("three characters, 10 %", "/search?q=专升本");
		searches.put("four characters, 5 %", "/search?q=三全育人");
		searches.put("two parts", "/search?q=茶山校区 专升本");
		searches.put("digits and Chinese", "/search?q=2026级");
		searches.put("hits 40 %", "/search?q=温州职业技术学院");
		searches.put("hits 40 %, page 50 of the notices", "/search?q=温州职业技术学院&kind=notice&page=50");
		searches.put("in titles, 2 %", "/search?q=招生");
		searches.put("all titles", "/search?q=通知");
		searches.put("pinyin", "/search?q=zhaosheng");
		searches.put("mistyped", "/search?q=人工只能学院");
		searches.put("nowhere", "/search?q=qqqqqq");
		searches.put("suggestions, two characters", "/search/suggest?q=招生");
		searches.put("suggestions, one character", "/search/suggest?q=学");
		System.out.printf("%d notices of about %d characters, %d rows in the index; ms, %d requests each%n%n", NOTICES,
				CHARACTERS, number(database, "select count(*) from search_document"), REQUESTS);
		System.out.printf("Table and its texts %d MB, index of words %d MB, of names and leads %d MB%n%n",
				megabytes(database, "pg_table_size('search_document')"),
				megabytes(database, "pg_relation_size('search_document_words_idx')"),
				megabytes(database, "pg_relation_size('search_document_head_idx')"));
		System.out.println("| search | hits | p50 | p95 | p99 |\n|---|---:|---:|---:|---:|");
		for (Map.Entry<String, String> search : searches.entrySet()) {
			String address = site + encode(search.getValue());
			String page = "";
			for (int i = 0; i < Math.max(1, WARM_UPS); i++) {
				page = get(address);
			}
			long[] times = new long[REQUESTS];
			for (int i = 0; i < REQUESTS; i++) {
				long start = System.nanoTime();
				get(address);
				times[i] = System.nanoTime() - start;
			}
			Arrays.sort(times);
			Matcher hits = HITS.matcher(page);
			System.out.printf("| %s | %s | %.0f | %.0f | %.0f |%n", search.getKey(), hits.find() ? hits.group(1) : "–",
					percentile(times, 50), percentile(times, 95), percentile(times, 99));
		}
	}

	/** Milliseconds within which so many of a hundred were answered. */
	private static double percentile(long[] sorted, int percent) {
		return sorted[(int) Math.ceil(sorted.length * percent / 100.0) - 1] / 1e6;
	}

	private String get(String address) throws IOException, InterruptedException {
		HttpResponse<String> answer = this.http.send(HttpRequest.newBuilder(URI.create(address)).build(),
				BodyHandlers.ofString());
		// A refusal would be measured as a quick answer
		if (answer.statusCode() != 200) {
			throw new IllegalStateException(address + " answered " + answer.statusCode());
		}
		return answer.body();
	}

	/** The text after {@code q=}. */
	private static String encode(String path) {
		int from = path.indexOf("q=") + 2;
		int to = (path.indexOf('&', from) < 0) ? path.length() : path.indexOf('&', from);
		return path.substring(0, from) + URLEncoder.encode(path.substring(from, to), StandardCharsets.UTF_8)
				+ path.substring(to);
	}

	private static long megabytes(Connection database, String size) throws SQLException {
		return number(database, "select " + size) / 1_000_000;
	}

	private static long number(Connection database, String query) throws SQLException {
		try (Statement statement = database.createStatement(); ResultSet row = statement.executeQuery(query)) {
			row.next();
			return row.getLong(1);
		}
	}

	private static int setting(String name, int otherwise) {
		String value = System.getenv(name);
		return (value != null) ? Integer.parseInt(value) : otherwise;
	}

}
