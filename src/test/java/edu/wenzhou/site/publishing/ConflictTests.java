package edu.wenzhou.site.publishing;

import java.net.http.HttpResponse;
import java.util.List;

import edu.wenzhou.site.staff.Person;
import edu.wenzhou.site.staff.Role;
import edu.wenzhou.site.staff.Scope;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Two people, two windows, an old page: never is a text lost silently. */
class ConflictTests extends PublishingTest {

	@Test
	void whatOnlyOneOfTwoChangedComesTogetherByItself() {
		long id = seeded("campus", "lucheng");
		Visitor one = with(Role.EDITOR);
		Visitor other = with(Role.EDITOR);
		Element old = form(other, id);
		edited(one, id, "lead_zh", "一个人写的导语");
		HttpResponse<String> answer = other.submit(old, "district_zh", "另一个人写的区");
		assertThat(answer.statusCode()).isEqualTo(409);
		Document page = Jsoup.parse(answer.body());
		assertThat(page.select("input[type=radio]")).isEmpty();
		Element merged = page.selectFirst("form[action=" + path(id) + "/edit]");
		assertThat(merged.selectFirst("[name=lead_zh]").wholeText()).isEqualTo("一个人写的导语");
		assertThat(merged.selectFirst("[name=district_zh]").attr("value")).isEqualTo("另一个人写的区");
		assertThat(other.submit(merged).statusCode()).isEqualTo(302);
		assertThat(latest(id).get("lead_zh")).isEqualTo("一个人写的导语");
		assertThat(latest(id).get("district_zh")).isEqualTo("另一个人写的区");
	}

	@Test
	void whatBothChangedIsDecidedFieldByFieldWithBothTextsInSight() {
		long id = seeded("campus", "lucheng");
		Visitor one = with(Role.EDITOR);
		Visitor other = with(Role.EDITOR);
		Element old = form(other, id);
		edited(one, id, "lead_zh", "一个人写的导语", "address_zh", "一个人写的地址");
		HttpResponse<String> answer = other.submit(old, "lead_zh", "另一个人写的导语", "address_zh", "另一个人写的地址");
		assertThat(answer.statusCode()).isEqualTo(409);
		assertThat(answer.body()).contains("一个人写的导语", "另一个人写的导语", "一个人写的地址", "另一个人写的地址");
		assertThat(latest(id).get("lead_zh")).isEqualTo("一个人写的导语");
		Element merged = Jsoup.parse(answer.body()).selectFirst("form[action=" + path(id) + "/edit]");
		assertThat(merged.select("input[type=radio][value=theirs]")).hasSize(2);
		assertThat(other.submit(merged, "use_address_zh", "theirs").statusCode()).isEqualTo(302);
		assertThat(latest(id).get("lead_zh")).isEqualTo("另一个人写的导语");
		assertThat(latest(id).get("address_zh")).isEqualTo("一个人写的地址");
	}

	@Test
	void twoWindowsOfOnePersonAreTwoWriters() {
		long id = seeded("campus", "lucheng");
		Visitor editor = with(Role.EDITOR);
		Element first = form(editor, id);
		Element second = form(editor, id);
		first.selectFirst("[name=tab]").attr("value", "first");
		second.selectFirst("[name=tab]").attr("value", "second");
		first.attr("action", path(id) + "/autosave");
		second.attr("action", path(id) + "/autosave");
		assertThat(editor.submit(first, "lead_zh", "第一个窗口").statusCode()).isEqualTo(200);
		HttpResponse<String> refused = editor.submit(second, "lead_zh", "第二个窗口");
		assertThat(refused.statusCode()).isEqualTo(409);
		assertThat(latest(id).get("lead_zh")).isEqualTo("第一个窗口");
		// Also after the first has saved over what the second began with
		assertThat(editor.submit(first, "lead_zh", "第一个窗口，又写").statusCode()).isEqualTo(409);
	}

	@Test
	void savingByItselfDoesNotFillTheHistoryAndNeverReplacesAnothersText() {
		long id = seeded("campus", "lucheng");
		Visitor editor = with(Role.EDITOR);
		int before = this.store.history(id, 100).size();
		Element form = form(editor, id);
		form.selectFirst("[name=tab]").attr("value", "window");
		form.attr("action", path(id) + "/autosave");
		for (int i = 0; i < 5; i++) {
			HttpResponse<String> answer = editor.submit(form, "lead_zh", "第 " + i + " 次");
			assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
			form.selectFirst("[name=base]").attr("value", answer.body().replaceAll(".*\"base\":([0-9]+).*", "$1"));
			form.selectFirst("[name=stamp]")
				.attr("value", answer.body().replaceAll(".*\"stamp\":\"([0-9a-f]+)\".*", "$1"));
		}
		assertThat(this.store.history(id, 100)).hasSize(before + 1);
		form.attr("action", path(id) + "/edit");
		assertThat(editor.submit(form, "lead_zh", "第 4 次").statusCode()).isEqualTo(302);
		List<Revision> history = this.store.history(id, 100);
		assertThat(history).hasSize(before + 1);
		assertThat(history.get(0).kind()).isEqualTo(Revision.Saving.SAVED);
		Visitor other = with(Role.EDITOR);
		edited(other, id, "lead_zh", "别人写的");
		form.attr("action", path(id) + "/autosave");
		HttpResponse<String> late = editor.submit(form, "lead_zh", "晚到的");
		assertThat(late.statusCode()).isEqualTo(409);
		assertThat(late.body()).contains("\"who\"");
		assertThat(latest(id).get("lead_zh")).isEqualTo("别人写的");
	}

	/** Nobody's half sentence undoes what others agreed to. */
	@Test
	void savingByItselfLeavesAReviewAlone() {
		long id = seeded("campus", "lucheng");
		Visitor editor = with(Role.EDITOR);
		Element open = form(editor, id);
		edited(with(Role.EDITOR), id, "lead_zh", "提交的");
		submitted(editor, id);
		assertThat(form(editor, id).hasAttr("data-autosave")).isFalse();
		Element fresh = form(editor, id);
		fresh.attr("action", path(id) + "/autosave");
		assertThat(editor.submit(fresh, "lead_zh", "自动").statusCode()).isEqualTo(409);
		open.attr("action", path(id) + "/autosave");
		assertThat(editor.submit(open, "lead_zh", "自动").statusCode()).isEqualTo(409);
		assertThat(this.store.item(id).isInReview()).isTrue();
		assertThat(editor.submit(form(editor, id), "lead_zh", "又改").statusCode()).isEqualTo(302);
		assertThat(this.store.item(id).isInReview()).isFalse();
	}

	@Test
	void othersWhoHaveItOpenAreNamed() {
		long id = seeded("campus", "lucheng");
		Person first = person(new Scope(Role.EDITOR, null, null));
		Visitor one = signedIn(first);
		one.page(path(id) + "/edit");
		Visitor other = with(Role.EDITOR);
		assertThat(other.page(path(id) + "/edit").selectFirst("#others").text()).contains(first.displayName());
		assertThat(other.get(path(id) + "/pulse").body()).contains(first.displayName());
		assertThat(one.get(path(id) + "/pulse").body()).doesNotContain("\"name\":\"" + first.displayName());
	}

	/** A connection that breaks in the middle of a form must not empty the rest of it. */
	@Test
	void halfAFormIsNotSaved() {
		long id = seeded("campus", "lucheng");
		Visitor editor = with(Role.EDITOR);
		Element form = form(editor, id);
		HttpResponse<String> answer = editor.post(path(id) + "/edit", "_csrf", editor.token(), "base",
				form.selectFirst("[name=base]").attr("value"), "stamp", form.selectFirst("[name=stamp]").attr("value"),
				"name_zh", "半张表");
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(latest(id).get("name_zh")).isNotEqualTo("半张表");
	}

	/** Drafts take what is wrong and incomplete, as it was typed. */
	@Test
	void nonsenseIsKeptInTheDraftAndExplainedBeforeReview() {
		Visitor editor = with(Role.EDITOR);
		long id = created(editor, "honour");
		edited(editor, id, "year", "去年", "slug", "Ä Ö", "position", "一", "title_en", "Only English");
		Element form = form(editor, id);
		assertThat(form.selectFirst("[name=year]").attr("value")).isEqualTo("去年");
		assertThat(form.selectFirst("[name=slug]").attr("value")).isEqualTo("Ä Ö");
		Document check = editor.page(path(id) + "/submit");
		assertThat(check.select(".errsum li")).hasSizeGreaterThanOrEqualTo(5);
		assertThat(check.select("form[action=" + path(id) + "/submit]")).isEmpty();
		Document marked = editor.page(path(id) + "/edit?check=");
		assertThat(marked.select("[aria-invalid=true]")).hasSizeGreaterThanOrEqualTo(5);
		assertThat(marked.selectFirst("#field-year_error").text()).contains("整数");
	}

	private Values latest(long id) {
		return this.store.latest(this.store.item(id)).values();
	}

}
