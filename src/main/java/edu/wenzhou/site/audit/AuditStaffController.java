package edu.wenzhou.site.audit;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/** The record for administrators, to read and to take away. */
@Controller
class AuditStaffController {

	static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

	private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

	/** A sheet of a workbook holds 1048576 rows, its head among them. */
	private static final int SHEET = 1_000_000;

	private final AuditLog log;

	private final AuditTrail trail;

	private final AuditDetails details;

	private final List<RecordedItems> items;

	private final MessageSource messages;

	AuditStaffController(AuditLog log, AuditTrail trail, AuditDetails details, List<RecordedItems> items,
			MessageSource messages) {
		this.details = details;
		this.items = items;
		this.log = log;
		this.trail = trail;
		this.messages = messages;
	}

	@GetMapping("/staff/audit")
	String list(AuditFilter filter, @RequestParam(defaultValue = "1") String page, Principal reader, Model model,
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
		model.addAttribute("rows", result.events().stream().map((event) -> row(event, reader)).toList());
		model.addAttribute("time", TIME);
		model.addAttribute("csv", link("/staff/audit.csv", filter, 1));
		model.addAttribute("xlsx", link("/staff/audit.xlsx", filter, 1));
		model.addAttribute("previous", (result.page() > 1) ? link("/staff/audit", filter, result.page() - 1) : null);
		model.addAttribute("next",
				(result.page() < result.pages()) ? link("/staff/audit", filter, result.page() + 1) : null);
		return "staff/audit/list";
	}

	/** The export is itself an event, and stands first in the next one. */
	@GetMapping(path = "/staff/audit.csv", produces = "text/csv")
	void csv(AuditFilter filter, HttpServletRequest request, HttpServletResponse response) throws IOException {
		record(filter, request);
		attach(response, "text/csv", "audit.csv");
		response.setCharacterEncoding(StandardCharsets.UTF_8.name());
		Writer out = response.getWriter();
		// Without a byte order mark some spreadsheets take UTF-8 for something else
		out.write('\ufeff');
		Csv csv = new Csv(out);
		csv.row(head());
		this.log.each(filter, (event) -> csv.row(cells(event)));
	}

	/** The same as a workbook. */
	@GetMapping(path = "/staff/audit.xlsx", produces = XLSX)
	void xlsx(AuditFilter filter, HttpServletRequest request, HttpServletResponse response) throws IOException {
		record(filter, request);
		attach(response, XLSX, "audit.xlsx");
		try (Xlsx xlsx = new Xlsx(response.getOutputStream(), text("staff.menu.audit"), SHEET, head())) {
			this.log.each(filter, (event) -> xlsx.row(cells(event)));
		}
	}

	/** Not everything where a part was asked for that nobody can tell. */
	private void record(AuditFilter filter, HttpServletRequest request) {
		if (!filter.isReadable()) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
		}
		this.trail.done(Actor.of(request), "audit.export", Item.NONE, Map.of("person", filter.person(), "action",
				filter.action(), "from", filter.from(), "to", filter.to(), "item", filter.item()));
	}

	private static void attach(HttpServletResponse response, String type, String name) {
		response.setContentType(type);
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
	}

	private String[] head() {
		return Stream
			.of("staff.audit.at", "staff.audit.person", "staff.audit.address", "staff.audit.client",
					"staff.audit.action", "staff.audit.item.type", "staff.audit.item.id", "staff.audit.item",
					"staff.audit.outcome", "staff.audit.details")
			.map(this::text)
			.toArray(String[]::new);
	}

	private String[] cells(AuditEvent event) {
		return new String[] { event.at().format(TIME), event.actorName(), event.address(), event.client(),
				event.action(), event.itemType(), event.itemId(), event.itemName(),
				text(event.done() ? "staff.audit.outcome.DONE" : "staff.audit.outcome.REFUSED"), event.details() };
	}

	private Row row(AuditEvent event, Principal reader) {
		String page = (event.itemType() == null || event.itemId() == null) ? null
				: this.items.stream()
					.flatMap((one) -> one.page(event.itemType(), event.itemId(), reader).stream())
					.findFirst()
					.orElse(null);
		return new Row(event, (page != null) ? page + this.details.part(event) : null, this.details.of(event));
	}

	private String text(String key) {
		return this.messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE);
	}

	private static String link(String path, AuditFilter filter, int page) {
		UriComponentsBuilder link = UriComponentsBuilder.fromPath(path);
		Map<String, String> values = Map.of("action", filter.action(), "from", filter.from(), "item", filter.item(),
				"person", filter.person(), "to", filter.to());
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

	/**
	 * An event as the page shows it.
	 *
	 * @param page of the item; null where there is none for this reader
	 */
	record Row(AuditEvent event, String page, List<String> details) {

	}

}
