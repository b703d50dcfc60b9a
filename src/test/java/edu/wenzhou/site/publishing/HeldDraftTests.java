package edu.wenzhou.site.publishing;

import java.net.http.HttpResponse;

import edu.wenzhou.site.staff.Person;
import edu.wenzhou.site.staff.Role;
import edu.wenzhou.site.staff.Scope;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A text that arrives when the session is over becomes a draft after all. */
class HeldDraftTests extends PublishingTest {

	@Test
	void itIsSavedAsTheDraftOfWhoeverSignsIn() {
		long id = seeded("campus", "lucheng");
		Person writer = person(new Scope(Role.EDITOR, null, null));
		Visitor visitor = signedIn(writer);
		Document page = comeBack(visitor, writer, form(visitor, id), "lead_zh", "会话过期以前\r\n写的导语。");
		HttpResponse<String> saved = visitor.submit(page.selectFirst("main form"));
		assertThat(saved.statusCode()).as(saved.body()).isEqualTo(302);
		assertThat(saved.headers().firstValue("Location").orElseThrow()).startsWith(path(id) + "/edit");
		Revision latest = this.store.latest(this.store.item(id));
		assertThat(latest.authorName()).isEqualTo(writer.displayName());
		assertThat(form(visitor, id).selectFirst("[name=lead_zh]").outerHtml()).contains("会话过期以前", "写的导语。");
		assertThat(body("/campuses/lucheng")).doesNotContain("会话过期以前");
	}

	@Test
	void whatSomebodyElseSavedMeanwhileIsNotOverwritten() {
		long id = seeded("campus", "lucheng");
		Person writer = person(new Scope(Role.EDITOR, null, null));
		Visitor visitor = signedIn(writer);
		Element form = form(visitor, id);
		edited(with(Role.EDITOR), id, "lead_zh", "别人的导语。");
		Document page = comeBack(visitor, writer, form, "lead_zh", "自己的导语。");
		HttpResponse<String> answer = visitor.submit(page.selectFirst("main form"));
		assertThat(answer.statusCode()).isEqualTo(409);
		assertThat(Jsoup.parse(answer.body()).selectFirst("form.e-form").html()).contains("别人的导语。", "自己的导语。");
		assertThat(form(visitor, id).html()).contains("别人的导语。").doesNotContain("自己的导语。");
	}

	/** Sends the form without a session, signs in, and sees what was typed. */
	private Document comeBack(Visitor visitor, Person writer, Element form, String field, String text) {
		this.jdbc.sql("delete from spring_session where principal_name = ?")
			.param(String.valueOf(writer.id()))
			.update();
		HttpResponse<String> late = visitor.submit(form, field, text);
		assertThat(late.statusCode()).isEqualTo(403);
		HttpResponse<String> answer = visitor.submit(Jsoup.parse(late.body()).selectFirst("main form"), "name",
				writer.name(), "password", writer.password());
		assertThat(answer.statusCode()).isEqualTo(200);
		Document page = Jsoup.parse(answer.body());
		assertThat(page.selectFirst("h1").text()).isEqualTo("接着保存");
		assertThat(page.select("input[name=" + field + "]").eachAttr("value")).containsExactly(text);
		return page;
	}

}
