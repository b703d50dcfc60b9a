package edu.wenzhou.site.publishing;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import edu.wenzhou.site.audit.Actor;
import edu.wenzhou.site.publishing.PlannedRow.State;
import edu.wenzhou.site.publishing.TableImports.Result;
import edu.wenzhou.site.staff.StaffUser;
import edu.wenzhou.site.table.Table;
import edu.wenzhou.site.table.TableRefusal;
import edu.wenzhou.site.web.Paging;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * Drafts out of a table: upload it, look at what each row would become, confirm, and see
 * what came of it.
 */
@Controller
@RequestMapping(TableImportController.PATH)
class TableImportController {

	static final String PATH = "/staff/import";

	/** Rows on a page. */
	private static final int PAGE = 100;

	private static final int LONGEST_NAME = 120;

	private static final int EXAMPLE = 40;

	private final TableImports imports;

	private final ContentTypes types;

	private final Forms forms;

	TableImportController(TableImports imports, ContentTypes types, Forms forms) {
		this.imports = imports;
		this.types = types;
		this.forms = forms;
	}

	/** Before anything else is looked at. */
	@ModelAttribute("types")
	List<ContentType> types(@AuthenticationPrincipal StaffUser user) {
		List<ContentType> types = this.types.importable(user);
		Access.demand(!types.isEmpty());
		return types;
	}

	@GetMapping
	String ask(@RequestParam(defaultValue = "") String type, @AuthenticationPrincipal StaffUser user, Model model) {
		return upload(type, user, model);
	}

	@PostMapping
	String read(@RequestParam(defaultValue = "") String type, @RequestParam(required = false) MultipartFile file,
			@AuthenticationPrincipal StaffUser user, HttpServletResponse response, Model model) throws IOException {
		ContentType chosen = types(user).stream().filter((one) -> one.getKey().equals(type)).findFirst().orElse(null);
		if (chosen == null || file == null || file.isEmpty()) {
			return wrong((chosen == null) ? "type" : "file", (chosen == null) ? "NO_TYPE" : "NO_FILE", type, user,
					response, model);
		}
		try {
			if (file.getSize() > Table.LARGEST) {
				return wrong("file", TableRefusal.Reason.LARGE.name(), type, user, response, model);
			}
			Table table = Table.read(file.getBytes());
			return "redirect:%s/%d".formatted(PATH, this.imports.begin(user, chosen, name(file), table));
		}
		catch (TableRefusal ex) {
			return wrong("file", ex.getReason().name(), type, user, response, model);
		}
	}

	/** What the rows would become, or did. */
	@GetMapping("/{id:[0-9]{1,18}}")
	String show(@PathVariable long id, @RequestParam(defaultValue = "") String show,
			@RequestParam(defaultValue = "") String page, @AuthenticationPrincipal StaffUser user, Model model) {
		return page(this.imports.get(user, id), show, page, model);
	}

	@PostMapping("/{id:[0-9]{1,18}}/columns")
	String match(@PathVariable long id, @AuthenticationPrincipal StaffUser user, HttpServletRequest request) {
		int columns = this.imports.get(user, id).head().size();
		this.imports.match(user, id,
				IntStream.range(0, columns).mapToObj((column) -> request.getParameter("column-" + column)).toList());
		return "redirect:%s/%d#plan".formatted(PATH, id);
	}

	@PostMapping("/{id:[0-9]{1,18}}/apply")
	String apply(@PathVariable long id, @RequestParam(defaultValue = "") String plan,
			@AuthenticationPrincipal StaffUser user, HttpServletRequest request, HttpServletResponse response,
			Model model) {
		Actor actor = Actor.of(request);
		if (!this.imports.confirm(user, actor, id, plan)) {
			response.setStatus(HttpStatus.CONFLICT.value());
			model.addAttribute("stale", true);
			return page(this.imports.get(user, id), "", "", model);
		}
		this.imports.work(user, actor, id);
		return "redirect:%s/%d".formatted(PATH, id);
	}

	private String wrong(String field, String problem, String type, StaffUser user, HttpServletResponse response,
			Model model) {
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		model.addAttribute("wrong", field);
		model.addAttribute("problem", problem);
		return upload(type, user, model);
	}

	private String upload(String type, StaffUser user, Model model) {
		model.addAttribute("type", type);
		model.addAttribute("waiting", this.imports.of(user));
		model.addAttribute("lines", Table.MOST_LINES);
		model.addAttribute("columns", Table.MOST_COLUMNS);
		return "staff/import/upload";
	}

	private String page(TableImport table, String show, String page, Model model) {
		model.addAttribute("table", table);
		return table.confirmed() ? results(table, page, model) : plan(table, show, page, model);
	}

	private String plan(TableImport table, String show, String page, Model model) {
		List<PlannedRow> plan = this.imports.plan(table);
		Map<State, Long> counts = new EnumMap<>(State.class);
		for (State state : State.values()) {
			counts.put(state, plan.stream().filter((row) -> row.state() == state).count());
		}
		List<PlannedRow> shown = plan.stream()
			.filter((row) -> show.isEmpty() || row.state().name().toLowerCase(Locale.ROOT).equals(show))
			.toList();
		Paging paging = Paging.of("%s/%d".formatted(PATH, table.id()), page, shown.size(), PAGE,
				show.isEmpty() ? Map.of() : Map.of("show", show));
		model.addAttribute("fields",
				TableImport.fillable(table.type())
					.stream()
					.map((field) -> new Choice(field.name(), this.forms.label(table.type(), field)))
					.toList());
		model.addAttribute("columns",
				IntStream.range(0, table.head().size()).mapToObj((column) -> Column.of(table, column)).toList());
		model.addAttribute("counts", counts);
		model.addAttribute("all", plan.size());
		model.addAttribute("saved", counts.get(State.NEW) + counts.get(State.CHANGED));
		model.addAttribute("hash", TableImports.hash(plan));
		model.addAttribute("faults", table.faults());
		model.addAttribute("slugless", table.type().importing() == Importing.NEW_AND_CHANGED && !table.isWithSlugs());
		model.addAttribute("show", show);
		model.addAttribute("rows", part(shown, paging));
		model.addAttribute("paging", paging);
		return "staff/import/plan";
	}

	private String results(TableImport table, String page, Model model) {
		List<Result> results = this.imports.results(table);
		Paging paging = Paging.of("%s/%d".formatted(PATH, table.id()), page, results.size(), PAGE, Map.of());
		model.addAttribute("done", results.stream().filter((row) -> "DONE".equals(row.outcome())).count());
		model.addAttribute("failed", results.stream().filter((row) -> "FAILED".equals(row.outcome())).count());
		model.addAttribute("open", results.stream().filter((row) -> row.outcome() == null).count());
		model.addAttribute("rows", part(results, paging));
		model.addAttribute("paging", paging);
		return "staff/import/done";
	}

	private static <T> List<T> part(List<T> all, Paging paging) {
		return all.subList(paging.offset(), Math.min(all.size(), paging.offset() + PAGE));
	}

	/** For people to read; no path, and nothing that turns letters round. */
	private static String name(MultipartFile file) {
		String sent = (file.getOriginalFilename() != null) ? file.getOriginalFilename() : "";
		String name = sent.replaceAll(".*[/\\\\]", "").replaceAll("\\p{C}", "").strip();
		return name.substring(0, Math.min(name.length(), LONGEST_NAME));
	}

	/** A field that a column can go to. */
	record Choice(String name, String label) {

	}

	/**
	 * A column of the table.
	 *
	 * @param letter as the spreadsheet names it
	 * @param field where it goes; empty for nowhere
	 */
	record Column(int index, String letter, String head, String field) {

		static Column of(TableImport table, int column) {
			String head = table.head().get(column);
			return new Column(column, TableImport.letter(column), head.substring(0, Math.min(head.length(), EXAMPLE)),
					table.fields().get(column));
		}

	}

}
