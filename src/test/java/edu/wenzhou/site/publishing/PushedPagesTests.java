package edu.wenzhou.site.publishing;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import edu.wenzhou.site.Generation;
import edu.wenzhou.site.staff.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What search engines are to be told is noted together with what becomes public. */
class PushedPagesTests extends PublishingTest {

	@BeforeEach
	@AfterEach
	void nothingNoted() {
		this.jdbc.sql("delete from push_address").update();
	}

	@Test
	void aPageIsToldInBothLanguagesAndOnceHoweverOftenItIsPublished() {
		Visitor editor = with(Role.EDITOR);
		Visitor approver = with(Role.APPROVER);
		long id = created(editor, "school");
		edited(editor, id, "name_zh", "测试学院", "slug", "pushed-school");
		submitted(editor, id);
		assertThat(noted()).as("a draft is told to nobody").isEmpty();
		decided(approver, id, "approve", "");
		assertThat(noted()).containsExactly("BAIDU /schools/pushed-school", "INDEXNOW /en/schools/pushed-school",
				"INDEXNOW /schools/pushed-school");
		assertThat(this.jdbc.sql("select bool_and(due_at = noted_at + interval '10 minutes') from push_address")
			.query(Boolean.class)
			.single()).isTrue();
		edited(editor, id, "lead_zh", "一句导语。");
		published(editor, approver, id);
		assertThat(noted()).hasSize(3);
	}

	@Test
	void aMoveTellsTheOldAddressToo() {
		long id = seeded("campus", "lucheng");
		Visitor editor = with(Role.EDITOR);
		edited(editor, id, "slug", "lucheng-pushed");
		published(editor, with(Role.APPROVER), id);
		assertThat(noted()).contains("BAIDU /campuses/lucheng", "BAIDU /campuses/lucheng-pushed",
				"INDEXNOW /campuses/lucheng", "INDEXNOW /en/campuses/lucheng", "INDEXNOW /campuses/lucheng-pushed",
				"INDEXNOW /en/campuses/lucheng-pushed");
	}

	@Test
	void whatIsWithdrawnIsTold() {
		Visitor editor = with(Role.EDITOR);
		Visitor approver = with(Role.APPROVER);
		long id = created(editor, "school");
		edited(editor, id, "name_zh", "测试学院", "slug", "pushed-school");
		published(editor, approver, id);
		nothingNoted();
		approver.submit(path(id), path(id) + "/withdraw", "reason", "样例");
		assertThat(noted()).containsExactly("BAIDU /schools/pushed-school", "INDEXNOW /en/schools/pushed-school",
				"INDEXNOW /schools/pushed-school");
	}

	/** A figure stands on pages that are told with it. */
	@Test
	void aPartOfAPageIsToldByItsPage() {
		long id = seeded("figure", "students");
		Visitor editor = with(Role.EDITOR);
		edited(editor, id, "value_zh", "13000", "value_en", "13,000");
		published(editor, with(Role.APPROVER), id);
		assertThat(noted()).contains("BAIDU /about/figures", "INDEXNOW /en/about/figures", "BAIDU /about/overview")
			.noneMatch((url) -> url.contains("#"))
			.doesNotHaveDuplicates();
	}

	/** Told is whatever page has another date than before; not the lists that name it. */
	@Test
	void whatHasANewDateIsTold() {
		long id = seeded("figure", "students");
		List<Map<String, Object>> all = this.jdbc.sql("select item_id, changed_at from publication")
			.query()
			.listOfRows();
		this.jdbc.sql("update publication set changed_at = changed_at - interval '1 minute'").update();
		try {
			Map<String, Object> before = dates();
			Visitor editor = with(Role.EDITOR);
			edited(editor, id, "value_zh", "13000", "value_en", "13,000");
			published(editor, with(Role.APPROVER), id);
			Map<String, Object> after = dates();
			assertThat(after).hasSameSizeAs(before);
			after.entrySet().removeAll(before.entrySet());
			assertThat(after.keySet()).contains("/about/figures#students", "/about/overview");
			assertThat(noted().stream().filter((noted) -> noted.startsWith("BAIDU ")))
				.containsExactlyInAnyOrderElementsOf(after.keySet()
					.stream()
					.map((path) -> "BAIDU " + path.replaceFirst("#.*", ""))
					.distinct()
					.toList());
		}
		finally {
			all.forEach((row) -> this.jdbc.sql("update publication set changed_at = ? where item_id = ?")
				.params(row.get("changed_at"), row.get("item_id"))
				.update());
			Generation.raise(this.jdbc);
		}
	}

	private Map<String, Object> dates() {
		return this.jdbc.sql("select path, changed_at from publication where path is not null")
			.query()
			.listOfRows()
			.stream()
			.collect(Collectors.toMap((row) -> (String) row.get("path"), (row) -> row.get("changed_at")));
	}

	private List<String> noted() {
		return this.jdbc
			.sql("select engine || ' ' || substr(url, ?) from push_address where state = 'WAITING' order by 1")
			.param(BASE_URL.length() + 1)
			.query(String.class)
			.list();
	}

}
