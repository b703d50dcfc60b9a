package edu.wenzhou.site.notice;

import java.util.List;

import edu.wenzhou.site.publishing.ContentType;
import edu.wenzhou.site.publishing.Importing;
import edu.wenzhou.site.publishing.Kind;
import edu.wenzhou.site.publishing.Problem;
import edu.wenzhou.site.publishing.Values;
import edu.wenzhou.site.staff.Section;
import edu.wenzhou.site.web.FixedPage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How notices are edited. */
@Configuration(proxyBeanMethods = false)
class NoticeContent {

	@Bean
	FixedPage noticesPage() {
		return FixedPage.at("/notices", "notices.title", "notices.lead", "notice");
	}

	@Bean
	ContentType noticeContentType() {
		return ContentType.of("notice", Section.NOTICE, "notice", "title")
			.at((slug, values) -> "/notices/" + slug)
			.text("title", Kind.LINE, true)
			.choice("category", "category", NoticeCategory.class, "staff.option.notice.", true)
			.text("lead", Kind.LINES, false)
			.text("body", Kind.RICH, true)
			.attachments("attachments", "notice_attachment")
			.plain("slug", Kind.LINE, true)
			.plain("pinned", Kind.FLAG, false)
			.plain("published_on", Kind.TIME, false)
			.plain("expire_at", Kind.TIME, false)
			.datedBy("published_on")
			.expiresBy("expire_at")
			.importing(Importing.NEW)
			.rule(NoticeContent::check);
	}

	private static List<Problem> check(Values values) {
		// The same form of both, so that the order of the letters is that of the times
		return (values.has("expire_at") && values.get("expire_at").compareTo(values.get("published_on")) <= 0)
				? List.of(Problem.of("expire_at", "staff.problem.notice.expiry")) : List.of();
	}

}
