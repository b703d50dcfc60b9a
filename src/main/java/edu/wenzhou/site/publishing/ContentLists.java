package edu.wenzhou.site.publishing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import edu.wenzhou.site.staff.Role;
import edu.wenzhou.site.staff.Scope;
import edu.wenzhou.site.staff.StaffUser;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists of items, each showing only what its reader has to do with. */
@Component
class ContentLists {

	static final int PAGE = 25;

	private static final String COUNT = """
			select count(*) from content_item i
			join content_revision latest on latest.id = i.latest_revision_id
			left join content_revision live on live.id = i.published_revision_id
			left join review r on r.item_id = i.id and r.state in ('OPEN', 'APPROVED')""";

	private final JdbcClient jdbc;

	private final ContentStore store;

	private final ContentTypes types;

	ContentLists(JdbcClient jdbc, ContentStore store, ContentTypes types) {
		this.jdbc = jdbc;
		this.store = store;
		this.types = types;
	}

	/** Two statements, however many there are. */
	Result find(StaffUser user, ContentFilter filter) {
		Map<String, Object> parameters = new HashMap<>();
		List<String> conditions = new ArrayList<>();
		conditions.add(reach(user, parameters));
		if (!filter.type().isEmpty()) {
			conditions.add("i.type = :type");
			parameters.put("type", filter.type());
		}
		conditions.add((filter.wantedState() != null) ? filter.wantedState().condition() : "i.deleted_at is null");
		if (!filter.q().isEmpty()) {
			conditions.add("(i.title ilike :q or i.slug ilike :q or i.published_slug ilike :q)");
			parameters.put("q", "%" + filter.q().replaceAll("([\\\\%_])", "\\\\$1") + "%");
		}
		String where = " where (" + String.join(") and (", conditions) + ")";
		long total = this.jdbc.sql(COUNT + where).params(parameters).query(Long.class).single();
		int pages = (int) Math.max(1, (total + PAGE - 1) / PAGE);
		int page = Math.min(filter.wantedPage(), pages);
		parameters.put("limit", PAGE);
		parameters.put("offset", (long) (page - 1) * PAGE);
		return new Result(this.store
			.items(where + " order by " + filter.wantedSort().order() + " limit :limit offset :offset", parameters),
				total, page, pages);
	}

	/** What this person has any part in, as a condition on items. */
	String reach(StaffUser user, Map<String, Object> parameters) {
		List<String> reached = new ArrayList<>();
		int number = 0;
		for (Scope scope : user.scopes()) {
			if (scope.role() == Role.ADMINISTRATOR) {
				continue;
			}
			if (scope.section() == null) {
				return "true";
			}
			List<String> keys = this.types.all()
				.stream()
				.filter((type) -> type.getSection() == scope.section())
				.map(ContentType::getKey)
				.toList();
			String name = "reach" + number++;
			parameters.put(name, keys.isEmpty() ? List.of("") : keys);
			if (scope.item() == null) {
				reached.add("i.type in (:" + name + ")");
			}
			else {
				parameters.put(name + "item", scope.item());
				reached.add("i.type in (:%s) and coalesce(i.published_slug, i.slug) = :%sitem".formatted(name, name));
			}
		}
		return reached.isEmpty() ? "false" : "(" + String.join(") or (", reached) + ")";
	}

	/** A page of a list. */
	record Result(List<ContentItem> items, long total, int page, int pages) {

	}

}
