package edu.wenzhou.site.audit;

import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes events. A change is recorded in the transaction that makes it: neither is there
 * without the other.
 */
@Component
public class AuditTrail {

	private static final Logger logger = LoggerFactory.getLogger(AuditTrail.class);

	private final JdbcClient jdbc;

	private final JsonMapper json;

	AuditTrail(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/** Something was done. Details must hold no secret. */
	@Transactional
	public void done(Actor actor, String action, Item item, Map<String, ?> details) {
		write(actor, action, item, "DONE", details);
	}

	/** Something was tried and refused. */
	@Transactional
	public void refused(Actor actor, String action, Item item, Map<String, ?> details) {
		write(actor, action, item, "REFUSED", details);
	}

	private void write(Actor actor, String action, Item item, String outcome, Map<String, ?> details) {
		this.jdbc.sql("""
				insert into audit_event
				(actor_id, actor_name, address, client, action, item_type, item_id, item_name, outcome, details)
				values (:actor, :name, :address, :client, :action, :type, :item, :title, :outcome,
				cast(:details as jsonb))""")
			.param("actor", actor.id())
			.param("name", actor.name())
			.param("address", actor.address())
			.param("client", actor.client())
			.param("action", action)
			.param("type", item.type())
			.param("item", item.id())
			.param("title", item.name())
			.param("outcome", outcome)
			.param("details", this.json.writeValueAsString(details))
			.update();
		logger.info("{} {}: account {} from {}, {} {}", action, outcome, actor.id(), actor.address(), item.type(),
				item.id());
	}

	/** What was acted on. */
	public record Item(String type, String id, String name) {

		/** For actions on nothing that has a name. */
		public static final Item NONE = new Item(null, null, null);

	}

}
