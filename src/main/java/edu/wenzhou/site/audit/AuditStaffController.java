package edu.wenzhou.site.audit;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

import edu.wenzhou.site.audit.AuditLog.Result;
import edu.wenzhou.site.audit.AuditTrail.Item;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The record for administrators, to read and to take away. */
@Controller
class AuditStaffController {

	static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

	private final AuditLog log;

	private final AuditTrail trail;

	private final MessageSource messages;

	AuditStaffController(AuditLog log, AuditTrail trail, MessageSource messages) {
		this.log = log;
		this.trail = trail;
		this.messages = messages;
	}

	@GetMapping("/staff/audit")
	String list(AuditFilter filter, @RequestParam(defaultValue = "1") String page, Model model,
			HttpServletResponse response) {
		int wanted = page.matches("[1-9][0-9]{0,6}") ? Integer.parseInt(page) : 1;
		if (!filter.isReadable()) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
		}
		Result result = this.log.find(filter, wanted);
		if (wanted > result.pages()) {
			result = this.log.find(filter, result.pages());
		}
		model.addAttribute("filter", filter);
		model.addAttribute("actions", this.log.actions());
		model.addAttribute("result", result);
		model.addAttribute("time", TIME);
		model.addAttribute("csv", link("/staff/audit.csv", filter, 1));
		model.addAttribute("previous", (result.page() > 1) ? link("/staff/audit", filter, result.page() - 1) : null);
		model.addAttribute("next",
				(result.page() < result.pages()) ? link("/staff/audit", filter, result.page() + 1) : null);
		return "staff/audit/list";
	}

	/** The export is itself an event, and stands first in the next one. */
	@GetMapping(path = "/staff/audit.csv", produces = "text/csv")
	void csv(AuditFilter filter, HttpServletRequest request, HttpServletResponse response) throws IOException {
		this.trail.done(Actor.of(request), "audit.export", Item.NONE,
				Map.of("person", filter.person(), "action", filter.action(), "from", filter.from(), "to", filter.to()));
		response.setContentType("text/csv");
		response.setCharacterEncoding(StandardCharsets.UTF_8.name());
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.csv\"");
		Writer out = response.getWriter();
		// Without a byte order mark some spreadsheets take UTF-8 for something else
		out.write('\ufeff');
		Csv csv = new Csv(out);
		csv.row(text("staff.audit.at"), text("staff.audit.person"), text("staff.audit.address"),
				text("staff.audit.client"), text("staff.audit.action"), text("staff.audit.item.type"),
				text("staff.audit.item.id"), text("staff.audit.item"), text("staff.audit.outcome"),
				text("staff.audit.details"));
		this.log.each(filter, (event) -> csv.row(event.at().format(TIME), event.actorName(), event.address(),
				event.client(), event.action(), event.itemType(), event.itemId(), event.itemName(),
				text(event.done() ? "staff.audit.outcome.DONE" : "staff.audit.outcome.REFUSED"), event.details()));
	}

	private String text(String key) {
		return this.messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE);
	}

	private static String link(String path, AuditFilter filter, int page) {
		UriComponentsBuilder link = UriComponentsBuilder.fromPath(path);
		Map<String, String> values = Map.of("action", filter.action(), "from", filter.from(), "person", filter.person(),
				"to", filter.to());
		values.entrySet()
			.stream()
			.filter((entry) -> !entry.getValue().isEmpty())
			.sorted(Map.Entry.comparingByKey())
			.forEach((entry) -> link.queryParam(entry.getKey(), "{" + entry.getKey() + "}"));
		if (page > 1) {
			link.queryParam("page", page);
		}
		return link.encode().buildAndExpand(values).toUriString();
	}

}
