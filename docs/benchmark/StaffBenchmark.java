import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks a running site for pages of the back office, one after the other, and tells how
 * long they took: first with a few notices, then with many. Run by staff.sh.
 */
class StaffBenchmark {

	/** So many notices are there in the first round. */
	private static final int FEW = 10;

	/** Of each notice; one of them has a hundred more. */
	private static final int REVISIONS = setting("REVISIONS", 10);

	private static final int ITEMS = setting("ITEMS", 10_000);

	private static final int REQUESTS = setting("REQUESTS", 200);

	private static final int WARM_UPS = setting("WARM_UPS", 50);

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

	private final HttpClient http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

	private final String site;

	private final Connection database;

	StaffBenchmark(String site, Connection database) {
		this.site = site;
		this.database = database;
	}

	public static void main(String[] arguments) throws Exception {
		try (Connection database = DriverManager.getConnection(arguments[1])) {
			new StaffBenchmark(arguments[0], database).run(System.getenv("COLLEGE_STAFF_SETUP_TOKEN"));
		}
	}

	private void run(String token) throws Exception {
		account(token);
		paragraphs();
		notices(1, FEW);
		Map<String, String> pages = pages();
		// Else the first round would measure how Java warms up
		measure(pages, 1);
		Map<String, long[]> few = measure(pages, REQUESTS);
		notices(FEW + 1, ITEMS);
		// By now the list and the desk hold more
		pages = pages();
		Map<String, long[]> many = measure(pages, REQUESTS);
		System.out.printf("%d notices with %d revisions, %d events in the record; ms, %d requests each%n%n",
				count("content_item where type = 'notice'"), count("content_revision"), count("audit_event"), REQUESTS);
		System.out.printf("| page | p50 | p95 | p99 | p95 with %d notices | ratio |%n|---|---:|---:|---:|---:|---:|%n",
				FEW);
		many.forEach((page, times) -> System.out.printf("| %s | %.0f | %.0f | %.0f | %.0f | %.1f |%n", page,
				percentile(times, 50), percentile(times, 95), percentile(times, 99), percentile(few.get(page), 95),
				percentile(times, 95) / percentile(few.get(page), 95)));
	}

	/** One person with every role, as administrators of small sites have it. */
	private void account(String token) throws Exception {
		String password = token + "-benchmark";
		send("/staff/link/" + token, 302, "userName", "benchmark", "email", "benchmark@college.example", "displayName",
				"测量", "password", password, "repeat", password);
		sql("insert into staff_role_grant (account_id, role) select id, role from staff_account, "
				+ "unnest(array['EDITOR', 'REVIEWER_1', 'REVIEWER_2', 'APPROVER']) role");
		send("/staff/sign-in", 302, "name", "benchmark", "password", password);
	}

	/**
	 * Paragraphs of 300 random characters each: made-up, and no easier to compress than
	 * text is.
	 */
	private void paragraphs() throws SQLException {
		sql("""
				create unlogged table benchmark_paragraph as
				select number, '<p>' || string_agg(chr(19968 + cast(floor(power(random(), 2) * 3000) as integer)), '' order by k)
				  || '</p>' as html
				from generate_series(0, 499) number, generate_series(1, 300) k group by number""");
		sql("create unique index on benchmark_paragraph (number)");
	}

	/**
	 * Of ten notices seven are public, one of these with a newer draft and one that ends
	 * soon; two were never public, one was withdrawn. Some wait for somebody.
	 */
	private void notices(int from, int to) throws SQLException {
		System.err.printf("Making notices %d to %d%n", from, to);
		sql("""
				insert into content_item (type, slug, title, created_at, updated_at, withdrawn_at, withdrawn_reason)
				select 'notice', 'benchmark-' || n, '样例通知第' || n || '号', now() - n * interval '1 hour', now() - n * interval '1 minute',
				  case when n %% 10 = 9 then now() - n * interval '30 seconds' end, case when n %% 10 = 9 then '样例' end
				from generate_series(%d, %d) n""".formatted(from, to));
		sql("""
				insert into content_revision
				  (item_id, seq, schema_version, payload, content_hash, title, kind, author_id, author_name, created_at, updated_at)
				select item, seq, 1, cast(payload as jsonb), encode(sha256(convert_to(payload, 'UTF8')), 'hex'), title,
				  case when seq %% 4 = 0 then 'SAVED' else 'AUTO' end,
				  -- A third of the drafts is this person's
				  case when n %% 3 = 0 then account else 0 end, '样例编辑', at, at
				from (
				  select i.id as item, n, seq, i.title, a.id as account, i.updated_at - (%3$d - seq) * interval '1 minute' as at,
				    '{"body_zh":"' || p0.html || p1.html || p2.html || p3.html || '","category":"'
				      || (array['ADMISSIONS', 'ANNOUNCEMENT', 'DISCLOSURE', 'EVENT'])[1 + n %% 4]
				      || '","published_on":"2026-01-01T09:00","slug":"' || i.slug || '","title_zh":"' || i.title || '"}' as payload
				  from generate_series(%1$d, %2$d) n
				  join content_item i on i.type = 'notice' and i.slug = 'benchmark-' || n
				  cross join generate_series(1, %3$d + case when n = 7 then 100 else 0 end) seq
				  cross join staff_account a
				  -- Each revision writes one paragraph anew
				  join benchmark_paragraph p0 on p0.number = (n * 7 + seq) %% 500
				  join benchmark_paragraph p1 on p1.number = (n * 11 + seq / 2) %% 500
				  join benchmark_paragraph p2 on p2.number = (n * 13) %% 500
				  join benchmark_paragraph p3 on p3.number = (n * 17) %% 500) made""".formatted(from, to, REVISIONS));
		sql("""
				update content_item i set latest_revision_id = v.id from content_revision v
				where v.item_id = i.id and i.latest_revision_id is null and i.type = 'notice'
				and v.seq = (select max(seq) from content_revision where item_id = i.id)""");
		// Public: the newest revision, or the fifth
		sql("""
				update content_item i set published_slug = slug, published_revision_id = v.id,
				  first_published_at = i.created_at, last_published_at = i.updated_at,
				  expire_at = case when n %% 10 = 5 then now() + n * interval '1 hour' end
				from generate_series(%d, %d) n, content_revision v
				where i.type = 'notice' and i.slug = 'benchmark-' || n and n %% 10 < 7 and v.item_id = i.id
				and (case when n %% 10 = 6 then v.seq = 5 else v.id = i.latest_revision_id end)""".formatted(from, to));
		sql("""
				insert into notice (slug, category, title_zh, body_zh, published_on, expire_at)
				select i.slug, v.payload ->> 'category', i.title, v.payload ->> 'body_zh',
				  timestamptz '2026-01-01 09:00+08' - n * interval '6 hours', i.expire_at
				from generate_series(%d, %d) n
				join content_item i on i.type = 'notice' and i.published_slug = 'benchmark-' || n
				join content_revision v on v.id = i.published_revision_id""".formatted(from, to));
		// Two of a hundred wait for a decision, one for its time, four came back
		sql("""
				insert into review (item_id, revision_id, content_hash, state, steps, step, authors, requested_by, requested_name,
				  requested_at, due_on, publish_at, closed_at)
				select i.id, v.id, v.content_hash, state, '{APPROVER}', case state when 'APPROVED' then 1 else 0 end, array[v.author_id],
				  0, '样例编辑', i.updated_at, current_date + n %% 9, case state when 'APPROVED' then now() + n * interval '1 day' end,
				  case state when 'RETURNED' then now() end
				from generate_series(%d, %d) n
				join content_item i on i.type = 'notice' and i.slug = 'benchmark-' || n
				join content_revision v on v.id = i.latest_revision_id
				cross join lateral (select case when n %% 50 = 8 then 'OPEN' when n %% 50 = 18 or n %% 50 = 27 then 'RETURNED'
				  when n %% 100 = 38 then 'APPROVED' end as state) s
				where state is not null""".formatted(from, to));
		sql("""
				insert into review_decision (review_id, step, kind, comment, content_hash, decided_by, decided_name, decided_at)
				select id, 0, 'RETURN', '样例', content_hash, -1, '样例审核人', now() from review r where state = 'RETURNED'
				and not exists (select 1 from review_decision d where d.review_id = r.id)""");
		sql("""
				insert into audit_event (at, actor_id, actor_name, address, client, action, item_type, item_id, item_name, outcome, details)
				select v.updated_at, v.author_id, v.author_name, '127.0.0.1', '', action, 'notice', cast(i.id as text), v.title, 'DONE',
				  jsonb_build_object('revision', v.seq, 'path', '/notices/' || i.slug)
				from generate_series(%d, %d) n
				join content_item i on i.type = 'notice' and i.slug = 'benchmark-' || n
				join content_revision v on v.item_id = i.id
				cross join unnest(array['content.save', case when v.seq %% 4 = 0 then 'content.publish' end]) action
				where action is not null""".formatted(from, to));
		sql("vacuum analyze");
	}

	/** By name; all of notices that are there in both rounds. */
	private Map<String, String> pages() throws SQLException {
		long shown = id(6);
		Map<String, String> pages = new LinkedHashMap<>();
		pages.put("desk", "/staff");
		pages.put("list, first page", "/staff/content");
		pages.put("list, page 400", "/staff/content?page=400");
		pages.put("list, by words", "/staff/content?q=" + URLEncoder.encode("第7", StandardCharsets.UTF_8));
		pages.put("list, words nowhere", "/staff/content?q=nowhere");
		pages.put("list, by type", "/staff/content?type=notice");
		pages.put("list, by title", "/staff/content?sort=TITLE");
		pages.put("list, drafts", "/staff/content?state=DRAFT");
		pages.put("list, to do", "/staff/content?state=MY_TURN");
		pages.put("list, public", "/staff/content?state=LIVE");
		pages.put("list, my drafts by words", "/staff/content?state=MINE&type=notice&q=benchmark");
		pages.put("item", "/staff/content/" + shown);
		pages.put("item with %d revisions".formatted(REVISIONS + 100), "/staff/content/" + id(7));
		pages.put("edit", "/staff/content/%d/edit".formatted(shown));
		pages.put("compare", "/staff/content/%d/compare".formatted(shown));
		pages.put("submit", "/staff/content/%d/submit".formatted(shown));
		pages.put("review", "/staff/content/%d/review".formatted(id(8)));
		pages.put("record, first page", "/staff/audit");
		pages.put("record, page 400", "/staff/audit?page=400");
		pages.put("record, by action", "/staff/audit?action=content.publish");
		pages.put("record, of an item", "/staff/audit?item=notice:" + shown);
		return pages;
	}

	/** Nanoseconds, sorted. */
	private Map<String, long[]> measure(Map<String, String> pages, int requests) throws Exception {
		Map<String, long[]> all = new LinkedHashMap<>();
		for (Map.Entry<String, String> page : pages.entrySet()) {
			for (int i = 0; i < WARM_UPS; i++) {
				send(page.getValue(), 200);
			}
			long[] times = new long[requests];
			for (int i = 0; i < requests; i++) {
				long start = System.nanoTime();
				send(page.getValue(), 200);
				times[i] = System.nanoTime() - start;
			}
			Arrays.sort(times);
			all.put(page.getKey(), times);
			System.err.printf("%-28s p50 %.0f p95 %.0f%n", page.getKey(), percentile(times, 50), percentile(times, 95));
		}
		return all;
	}

	/** Milliseconds within which so many of a hundred were answered. */
	private static double percentile(long[] sorted, int percent) {
		return sorted[(int) Math.ceil(sorted.length * percent / 100.0) - 1] / 1e6;
	}

	/** Opens a page; with fields, sends the form on it. */
	private String send(String path, int expected, String... fields) throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.site + path));
		if (fields.length > 0) {
			Matcher token = TOKEN.matcher(send(path, 200));
			if (!token.find()) {
				throw new IllegalStateException("No form at " + path);
			}
			StringBuilder body = new StringBuilder("_csrf=").append(encode(token.group(1)));
			for (int i = 0; i < fields.length; i += 2) {
				body.append('&').append(fields[i]).append('=').append(encode(fields[i + 1]));
			}
			request.header("Content-Type", "application/x-www-form-urlencoded")
				.POST(BodyPublishers.ofString(body.toString()));
		}
		HttpResponse<String> answer = this.http.send(request.build(), BodyHandlers.ofString());
		// A redirect to the sign-in page would be measured as a quick one
		if (answer.statusCode() != expected) {
			throw new IllegalStateException(path + " answered " + answer.statusCode() + "\n" + answer.body());
		}
		return answer.body();
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private long id(int notice) throws SQLException {
		return number("select id from content_item where slug = 'benchmark-" + notice + "'");
	}

	private long count(String rows) throws SQLException {
		return number("select count(*) from " + rows);
	}

	private long number(String query) throws SQLException {
		try (Statement statement = this.database.createStatement(); ResultSet row = statement.executeQuery(query)) {
			row.next();
			return row.getLong(1);
		}
	}

	private void sql(String command) throws SQLException {
		try (Statement statement = this.database.createStatement()) {
			statement.execute(command);
		}
	}

	private static int setting(String name, int otherwise) {
		String value = System.getenv(name);
		return (value != null) ? Integer.parseInt(value) : otherwise;
	}

}
