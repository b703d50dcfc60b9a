package edu.wenzhou.site.publishing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import edu.wenzhou.site.staff.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** What comes due happens once, however many nodes look and however late they are. */
class ScheduleTests extends PublishingTest {

	@Autowired
	private Schedule schedule;

	@Test
	void whatWasApprovedForATimeIsPublicFromThenOnAndPublishedOnce() throws Exception {
		Visitor editor = with(Role.EDITOR);
		Visitor approver = with(Role.APPROVER);
		List<Long> ids = new ArrayList<>();
		for (int i = 0; i < 12; i++) {
			long id = created(editor, "school");
			edited(editor, id, "name_zh", "定时学院", "slug", "timed-school-" + i);
			submitted(editor, id, "at", "2099-01-01T08:00");
			assertThat(approver
				.submit(path(id) + "/review", path(id) + "/review", "decision", "approve", "at", "2099-01-01T08:00")
				.headers()
				.firstValue("Location")).contains(path(id) + "?done=scheduled");
			ids.add(id);
		}
		this.schedule.run();
		assertThat(get("/schools/timed-school-0").statusCode()).isEqualTo(404);
		assertThat(approver.page(path(ids.get(0))).text()).contains("01-01 08:00 发布");
		// As if all nodes had been away when the time came
		this.jdbc.sql("update review set publish_at = now() - interval '1 day' where state = 'APPROVED'").update();
		ExecutorService nodes = Executors.newFixedThreadPool(4);
		try {
			List<Future<?>> runs = new ArrayList<>();
			for (int i = 0; i < 4; i++) {
				runs.add(nodes.submit(this.schedule::run));
			}
			for (Future<?> run : runs) {
				run.get(60, TimeUnit.SECONDS);
			}
			this.schedule.run();
		}
		finally {
			nodes.shutdownNow();
		}
		for (long id : ids) {
			assertThat(this.store.item(id).isLive()).isTrue();
			assertThat(
					this.jdbc.sql("select count(*) from audit_event where action = 'content.publish' and item_id = ?")
						.param(String.valueOf(id))
						.query(Integer.class)
						.single())
				.isEqualTo(1);
		}
		assertThat(get("/schools/timed-school-11").statusCode()).isEqualTo(200);
	}

	/** Something that it points to was taken away after it had been approved. */
	@Test
	void whatCanNoLongerBePublishedIsHandedBackToPeopleAndHoldsNothingUp() {
		Visitor editor = with(Role.EDITOR);
		long broken = timed(editor, "broken-school");
		long good = timed(editor, "good-school");
		long rival = created(editor, "school");
		edited(editor, rival, "name_zh", "先到的学院", "slug", "broken-school");
		published(editor, with(Role.APPROVER), rival);
		this.jdbc.sql("update review set publish_at = now() - interval '1 minute' where item_id in (?, ?)")
			.params(broken, good)
			.update();
		this.schedule.run();
		assertThat(this.store.item(good).isLive()).isTrue();
		assertThat(this.store.item(broken).isLive()).isFalse();
		assertThat(this.store.item(broken).isScheduled()).isFalse();
		assertThat(this.jdbc.sql("select outcome from audit_event where action = 'content.publish' and item_id = ?")
			.param(String.valueOf(broken))
			.query(String.class)
			.list()).containsExactly("REFUSED");
	}

	private long timed(Visitor editor, String slug) {
		long id = created(editor, "school");
		edited(editor, id, "name_zh", "定时学院", "slug", slug);
		submitted(editor, id);
		with(Role.APPROVER).submit(path(id) + "/review", path(id) + "/review", "decision", "approve", "at",
				"2099-01-01T08:00");
		assertThat(this.store.item(id).isScheduled()).isTrue();
		return id;
	}

}
