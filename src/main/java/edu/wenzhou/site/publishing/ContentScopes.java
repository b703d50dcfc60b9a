package edu.wenzhou.site.publishing;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import edu.wenzhou.site.staff.Scope;
import edu.wenzhou.site.staff.ScopedItems;
import edu.wenzhou.site.staff.Section;
import edu.wenzhou.site.staff.StaffUser;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A role can be limited to any item that is not in the trash. */
@Component
class ContentScopes implements ScopedItems {

	private final JdbcClient jdbc;

	private final ContentTypes types;

	private final MessageSource messages;

	ContentScopes(JdbcClient jdbc, ContentTypes types, MessageSource messages) {
		this.jdbc = jdbc;
		this.types = types;
		this.messages = messages;
	}

	@Override
	public List<Long> find(Section section, String slug) {
		List<String> keys = this.types.all()
			.stream()
			.filter((type) -> type.getSection() == section)
			.map(ContentType::getKey)
			.toList();
		return this.jdbc.sql("""
				with known as (
				  select id, published_slug is not null as live from content_item
				  where type in (:types) and coalesce(published_slug, slug) = :slug and deleted_at is null)
				select id from known where live or not exists (select from known where live) order by id""")
			.param("types", keys)
			.param("slug", slug)
			.query(Long.class)
			.list();
	}

	@Override
	public Map<Long, String> titles(Collection<Scope> scopes) {
		return titles(scopes, """
				select i.id, v.title from content_item i join content_revision v on v.id = i.published_revision_id
				where i.id in (:ids)""");
	}

	@Override
	public Map<Long, String> ownTitles(StaffUser user) {
		return titles(user.scopes(), "select id, title from content_item where id in (:ids)");
	}

	private Map<Long, String> titles(Collection<Scope> scopes, String sql) {
		Map<Long, String> titles = new HashMap<>();
		List<Long> items = scopes.stream().map(Scope::item).filter(Objects::nonNull).distinct().toList();
		if (!items.isEmpty()) {
			String untitled = this.messages.getMessage("staff.content.untitled", null, Locale.SIMPLIFIED_CHINESE);
			this.jdbc.sql(sql).param("ids", items).query((row) -> {
				String title = row.getString("title");
				titles.put(row.getLong("id"), title.isEmpty() ? untitled : title);
			});
		}
		return titles;
	}

}
