package edu.wenzhou.site.staff;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import edu.wenzhou.site.media.TestUses;
import edu.wenzhou.site.media.TestUses.PublicFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the table in {@code docs/security.md} against the running site: every handler in
 * every role.
 */
class AccessMatrixTests extends StaffTest {

	private static final String STRANGER = "stranger";

	/** The school that is asked for. */
	private static final String ITEM = "ai";

	@Autowired
	private List<RequestMappingInfoHandlerMapping> mappings;

	/** Nothing but notices may be missing on a site that runs. */
	@BeforeEach
	void aNotice() {
		this.jdbc.sql("""
				insert into notice (slug, category, title_zh, body_zh, published_on)
				values ('access-test', 'EVENT', '测试通知', '<p>测试正文。</p>', now())""").update();
	}

	@AfterEach
	void noNotice() {
		this.jdbc.sql("delete from notice where slug = 'access-test'").update();
	}

	@Autowired
	private TestUses media;

	@Test
	void everyHandlerHasARuleAndEveryRuleAHandler() throws IOException {
		assertThat(rules().keySet()).containsExactlyInAnyOrderElementsOf(handlers());
		assertThat(handlers()).hasSizeGreaterThan(35)
			.contains("GET /schools/{slug}", "POST /staff/accounts/{id}/disable", "GET /actuator/health");
	}

	@Test
	void everyHandlerAnswersEveryRoleAsTheRulesSay() throws IOException {
		Map<String, Visitor> visitors = new LinkedHashMap<>();
		Map<String, Person> people = new LinkedHashMap<>();
		for (Role role : Role.values()) {
			people.put(role.name(), person(new Scope(role, null, null)));
		}
		people.put("own item", person(new Scope(Role.EDITOR, Section.SCHOOL, item("school", ITEM))));
		people.put("other item", person(all(Section.SCHOOL, item("school", "design"))));
		people.put("other section", person(all(Section.CAMPUS, null)));
		List<String> wrong = new ArrayList<>();
		for (Map.Entry<String, Map<String, String>> rule : rules().entrySet()) {
			rule.getValue().forEach((role, expected) -> {
				Visitor visitor = visitors.computeIfAbsent(role, (name) -> new Visitor());
				if (!role.equals(STRANGER) && visitor.get("/staff").statusCode() != 200) {
					visitor = signedIn(people.get(role));
					visitors.put(role, visitor);
				}
				String found = found(visitor, rule.getKey());
				if (!found.equals(expected)) {
					wrong.add("%s as %s: %s instead of %s".formatted(rule.getKey(), role, found, expected));
				}
			});
		}
		assertThat(wrong).isEmpty();
	}

	@AfterEach
	void withoutWhatEditorsMade() {
		List<Long> made = this.jdbc.sql("select id from content_item where title = ''").query(Long.class).list();
		for (long id : made) {
			this.jdbc.sql("update content_item set latest_revision_id = null where id = ?").param(id).update();
			this.jdbc.sql("delete from content_revision where item_id = ?").param(id).update();
			this.jdbc.sql("delete from content_media where item_id = ?").param(id).update();
			this.jdbc.sql("delete from edit_presence where item_id = ?").param(id).update();
			this.jdbc.sql("delete from content_item where id = ?").param(id).update();
		}
	}

	@Test
	void noFormWorksWithoutItsToken() throws IOException {
		Visitor boss = signedIn(administrator());
		Visitor stranger = new Visitor();
		stranger.page("/staff/sign-in");
		int forms = 0;
		for (String handler : rules().keySet()) {
			// Whoever has the link of a preview has all that its form asks for
			if (handler.startsWith("POST /staff/")) {
				assertThat(boss.post(path(handler)).statusCode()).as(handler).isEqualTo(403);
				assertThat(boss.post(path(handler), "_csrf", "x".repeat(64)).statusCode()).as(handler).isEqualTo(403);
				assertThat(stranger.post(path(handler)).statusCode()).as(handler).isEqualTo(403);
				forms++;
			}
		}
		assertThat(forms).isGreaterThan(12);
		assertThat(boss.get("/staff/accounts").statusCode()).isEqualTo(200);
	}

	/** All roles that have to do with content. */
	private static Scope[] all(Section section, Long item) {
		return Arrays.stream(Role.values())
			.filter((role) -> role != Role.ADMINISTRATOR)
			.map((role) -> new Scope(role, section, item))
			.toArray(Scope[]::new);
	}

	private String found(Visitor visitor, String handler) {
		String path = path(handler);
		HttpResponse<String> answer = handler.startsWith("POST ")
				? visitor.post(path, "_csrf", visitor.token(), "whole", "1") : visitor.get(path);
		if (answer.statusCode() == 403) {
			// A form that came too late is given back with the way in
			return answer.body().contains("action=\"/staff/sign-in\"") ? "sign-in" : "no";
		}
		String location = answer.headers().firstValue("Location").orElse("");
		if (answer.statusCode() == 302
				&& (location.equals("/staff/sign-in") || location.startsWith("/staff/sign-in?next="))) {
			return "sign-in";
		}
		boolean open = !path.startsWith("/staff");
		boolean answers = open
				? answer.statusCode() == (path.equals("/error") || path.startsWith("/preview/") ? 404 : 200)
				: answer.statusCode() < 500 && answer.statusCode() != 400 && answer.statusCode() != 405;
		return answers ? "yes" : String.valueOf(answer.statusCode());
	}

	/** Something that is there in the place of each variable, made anew for each try. */
	private String path(String handler) {
		String path = handler.substring(handler.indexOf(' ') + 1);
		if (path.startsWith("/staff/content/")) {
			Map<String, Object> item = this.jdbc
				.sql("select id, published_revision_id from content_item where type = 'school' and published_slug = ?")
				.param(ITEM)
				.query()
				.singleRow();
			path = path.replace("{id}", item.get("id").toString())
				.replace("{revision}", item.get("published_revision_id").toString())
				.replace("{type}", "school")
				.replace("{field}", "sources");
		}
		if (path.contains("/media")) {
			path = mediaPath(path);
		}
		if (path.startsWith("/staff/search/")) {
			// Not one that is there, which would be deleted
			path = path.replace("{id}", "0");
		}
		if (path.contains("{id}")) {
			Person target = person(new Scope(Role.EDITOR, null, null), new Scope(Role.APPROVER, null, null));
			long grant = this.accounts.findWithGrants(target.id()).orElseThrow().getGrants().get(0).getId();
			path = path.replace("{id}", String.valueOf(target.id())).replace("{grantId}", String.valueOf(grant));
		}
		if (path.contains("{slug}")) {
			path = path.replace("{slug}", path.startsWith("/about") ? "overview" : first(path.split("/")[1]));
		}
		path = path.replace("{part}", "1").replace("{category}", "event");
		if (path.startsWith("/share/")) {
			path = path.replace("{version}", "0".repeat(16)).replace("/{*file}", "/schools/" + ITEM + ".png");
		}
		return path.replace("{token}", "none").replace("{handle}", "none").replace("{link}", "0").replace("/**", "");
	}

	/** A file that is public, each time another one. */
	private String mediaPath(String path) {
		PublicFile file = this.media.publicFile();
		return path.replace("{sha256}", file.sha256())
			.replace("{name}", file.name())
			.replace("{id}", String.valueOf(file.id()))
			.replace("{width}", "480");
	}

	private String first(String section) {
		Map<String, String> tables = Map.of("schools", "school", "campuses", "campus", "partnerships",
				"partnership where body_zh is not null", "notices", "notice");
		return tables.containsKey(section) ? this.jdbc.sql("select slug from " + tables.get(section) + " limit 1")
			.query(String.class)
			.optional()
			.orElse("none") : "none";
	}

	/** As {@code GET /path/{variable}}; one that answers any method is asked by GET. */
	private Set<String> handlers() {
		Set<String> handlers = new TreeSet<>();
		for (RequestMappingInfoHandlerMapping mapping : this.mappings) {
			for (RequestMappingInfo info : mapping.getHandlerMethods().keySet()) {
				Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
				for (String pattern : info.getPatternValues()) {
					String path = pattern.replaceAll(":[^/]*(\\{[^/]*\\})*[^/]*\\}", "}");
					(methods.isEmpty() ? Set.of(RequestMethod.GET) : methods)
						.forEach((method) -> handlers.add(method + " " + path));
				}
			}
		}
		return handlers;
	}

	/** Handler to role to what is to happen. */
	private static Map<String, Map<String, String>> rules() throws IOException {
		Map<String, Map<String, String>> rules = new LinkedHashMap<>();
		List<String> roles = null;
		for (String line : Files.readAllLines(Path.of("docs/security.md"))) {
			List<String> cells = Arrays.stream(line.split("\\|")).map(String::strip).skip(1).toList();
			if (line.startsWith("| handler |")) {
				roles = cells.subList(1, cells.size());
			}
			else if (line.startsWith("| `") && roles != null) {
				assertThat(cells).as(line).hasSize(roles.size() + 1);
				Map<String, String> expected = new LinkedHashMap<>();
				for (int i = 0; i < roles.size(); i++) {
					expected.put(roles.get(i), cells.get(i + 1));
				}
				assertThat(expected.values()).as(line).isSubsetOf("yes", "no", "sign-in");
				assertThat(rules.put(cells.get(0).replace("`", ""), expected)).as("two lines: " + line).isNull();
			}
			else if (!line.startsWith("|")) {
				roles = null;
			}
		}
		assertThat(rules.values()).allSatisfy((expected) -> assertThat(expected.keySet()).contains(STRANGER)
			.containsAll(Arrays.stream(Role.values()).map(Role::name).toList()));
		return rules;
	}

}
