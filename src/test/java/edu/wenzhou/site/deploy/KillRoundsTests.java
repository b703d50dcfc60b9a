package edu.wenzhou.site.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import edu.wenzhou.site.SiteClient;
import edu.wenzhou.site.database.SiteProcess;
import edu.wenzhou.site.delivery.TestServer;
import edu.wenzhou.site.staff.People;
import edu.wenzhou.site.staff.Person;
import edu.wenzhou.site.staff.Role;
import edu.wenzhou.site.staff.Scope;
import edu.wenzhou.site.staff.StaffBrowser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * People save by the real form while PostgreSQL and the site are killed again and again:
 * what the site said it had is there, and there once. {@code college.test.rounds} is how
 * often (2); docs/deploy/kill-drill.sh does it a hundred times.
 */
class KillRoundsTests {

	private static final Logger logger = LoggerFactory.getLogger(KillRoundsTests.class);

	private static final int ROUNDS = Integer.getInteger("college.test.rounds", 2);

	private static final List<String> CAMPUSES = List.of("lucheng", "ruian", "yongjia");

	private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();

	private final Random random = new Random();

	private JdbcClient jdbc;

	@TempDir
	private Path folder;

	@Test
	void whatWasAcknowledgedIsThereAndThereOnce() throws Exception {
		ExecutorService threads = Executors.newCachedThreadPool();
		int again = 0;
		try (TestServer server = new TestServer();
				Node node = new Node(this.folder,
						Map.of("SPRING_DATASOURCE_URL", server.url(), "COLLEGE_DELIVERY_ENABLED", "false"),
						this::start)) {
			node.start();
			node.awaitReady();
			this.jdbc = JdbcClient.create(new DriverManagerDataSource(server.url()));
			List<Writer> writers = new ArrayList<>();
			for (String campus : CAMPUSES) {
				writers.add(writer(node, campus));
			}
			for (int round = 1; round <= ROUNDS; round++) {
				int before = this.acknowledged.size();
				List<Future<Integer>> writing = new ArrayList<>();
				for (Writer writer : writers) {
					writing.add(threads.submit(writer::write));
				}
				while (this.acknowledged.size() < before + 2 * writers.size()) {
					assertThat(writing).as("nobody has stopped").noneMatch(Future::isDone);
					Thread.sleep(5);
				}
				Thread.sleep(this.random.nextInt(100));
				if (round % 2 == 0) {
					node.kill();
					server.kill();
				}
				else {
					server.kill();
					Thread.sleep(this.random.nextInt(50));
					node.kill();
				}
				for (Future<Integer> one : writing) {
					again += one.get();
				}
				server.restart();
				node.startAgain();
				node.awaitReady();
				logger.info("Round {}: {} acknowledged, {} not", round, this.acknowledged.size(), again);
			}
			for (Writer writer : writers) {
				writer.sendAgain();
			}
			List<String> kept = this.jdbc.sql("""
					select payload ->> 'lead_zh' from content_revision
					where author_id is not null and payload ->> 'lead_zh' like '% 第 % 次保存'""")
				.query(String.class)
				.list();
			assertThat(kept).doesNotHaveDuplicates().containsAll(this.acknowledged);
			assertThat(kept).as("what was sent again is acknowledged by now").hasSameSizeAs(this.acknowledged);
			for (Writer writer : writers) {
				assertThat(writer.browser.page(writer.path).selectFirst("#field-lead_zh").wholeText())
					.isEqualTo(writer.last);
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

	SiteProcess start(Map<String, String> environment) throws IOException {
		return SiteProcess.start(environment);
	}

	private Writer writer(Node node, String campus) {
		long id = this.jdbc.sql("select id from content_item where type = 'campus' and published_slug = ?")
			.param(campus)
			.query(Long.class)
			.single();
		Person person = new People(this.jdbc).person("编辑 " + campus, new Scope(Role.EDITOR, null, null));
		StaffBrowser browser = new StaffBrowser((method, at, body, headers) -> SiteClient.send(SiteClient.PLAIN,
				node.address(), method, at, body, headers), "192.0.2." + id);
		assertThat(browser.signIn(person.name(), person.password()).statusCode()).isEqualTo(302);
		return new Writer(node, browser, "/staff/content/" + id + "/edit", campus);
	}

	/** Somebody who saves one text after the other, until the site is away. */
	private final class Writer {

		private final Node node;

		private final StaffBrowser browser;

		private final String path;

		private final String campus;

		private int number;

		private String last;

		/** The form of which nobody knows whether it has arrived. */
		private Element open;

		private Writer(Node node, StaffBrowser browser, String path, String campus) {
			this.node = node;
			this.browser = browser;
			this.path = path;
			this.campus = campus;
		}

		/** How many answers were missing: none or one. */
		private int write() {
			sendAgain();
			while (true) {
				try {
					HttpResponse<String> page = this.browser.get(this.path);
					if (page.statusCode() != 200) {
						assertThat(page.statusCode()).isEqualTo(503);
						return 0;
					}
					this.open = Jsoup.parse(page.body()).selectFirst("form[action=" + this.path + "]");
					this.last = "%s 第 %d 次保存".formatted(this.campus, ++this.number);
				}
				catch (UncheckedIOException ex) {
					return 0;
				}
				try {
					if (!save()) {
						return 1;
					}
				}
				catch (UncheckedIOException ex) {
					return 1;
				}
			}
		}

		/** Presses the button of the page that is still open. */
		private void sendAgain() {
			if (this.open != null) {
				assertThat(save()).as("what was sent again").isTrue();
			}
		}

		private boolean save() {
			HttpResponse<String> answer = this.browser.submit(this.open, "lead_zh", this.last);
			if (answer.statusCode() == 302) {
				KillRoundsTests.this.acknowledged.add(this.last);
				this.open = null;
				return true;
			}
			assertThat(answer.statusCode()).as(this::lastError).isEqualTo(503);
			return false;
		}

		private String lastError() {
			String output = this.node.output();
			return output.substring(Math.max(0, output.lastIndexOf(" ERROR ")));
		}

	}

}
