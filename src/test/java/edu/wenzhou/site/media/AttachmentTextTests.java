package edu.wenzhou.site.media;

import java.util.List;
import java.util.Set;

import edu.wenzhou.site.WebTest;
import edu.wenzhou.site.media.FileTexts.FileText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Attachments are read once, and never while somebody waits with locks. */
class AttachmentTextTests extends WebTest {

	@Autowired
	private FileTexts texts;

	@Autowired
	private MediaStore store;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transaction;

	@AfterEach
	void forget() {
		this.jdbc.sql("delete from media_item where uploaded_by = '附件文字'").update();
	}

	@Test
	void whatNobodyHasReadYetIsReadLaterAndOnce() {
		String good = added("好.docx", MadeFiles.document("第一段", "第二段"));
		String broken = added("坏.pdf", MadeFiles.pdf(""));
		assertThat(text(good)).isEqualTo(new FileText("好.docx", true, false, List.of("好")));
		this.texts.readTheRest();
		assertThat(text(good)).isEqualTo(new FileText("好.docx", true, true, List.of("好", "第一段", "第二段")));
		assertThat(text(broken).read()).isFalse();
		// Nothing is read anew: not even the bytes are needed
		this.transaction.executeWithoutResult((status) -> {
			this.jdbc.sql("delete from media_blob where sha256 = ?").param(good).update();
			this.texts.readTheRest();
			assertThat(text(good).lines()).contains("第二段");
			status.setRollbackOnly();
		});
		assertThat(this.jdbc.sql("""
				select count(*) from attachment_text t join media_item m on m.id = t.media_item_id
				where m.uploaded_by = '附件文字'""").query(Integer.class).single()).isEqualTo(2);
	}

	private FileText text(String sha256) {
		return this.texts.of(Set.of(sha256)).get(sha256);
	}

	private String added(String name, byte[] content) {
		return this.transaction.execute((status) -> {
			String sha256 = this.store.put(content);
			this.jdbc
				.sql("""
						insert into media_item (sha256, kind, content_type, file_name, byte_size, uploaded_by, created_at, updated_at)
						values (?, 'ATTACHMENT', 'application/octet-stream', ?, ?, '附件文字', now(), now())""")
				.params(sha256, name, content.length)
				.update();
			return sha256;
		});
	}

}
