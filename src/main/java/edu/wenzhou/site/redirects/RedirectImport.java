package edu.wenzhou.site.redirects;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import edu.wenzhou.site.web.Address;
import edu.wenzhou.site.web.PublicAddresses;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;

/**
 * Reads a list of redirects, one a line: where from, a comma or a tab, where to; cells
 * with commas in quotes, as spreadsheets write them.
 */
@Component
@PreAuthorize(Redirects.KEEPERS)
class RedirectImport {

	static final int MOST_LINES = 1000;

	private static final String SEPARATORS = ",\t，";

	private final RedirectChecks checks;

	private final Redirects redirects;

	private final PublicAddresses addresses;

	RedirectImport(RedirectChecks checks, Redirects redirects, PublicAddresses addresses) {
		this.checks = checks;
		this.redirects = redirects;
		this.addresses = addresses;
	}

	/** How many lines a text has. */
	static long count(String text) {
		return text.lines().filter((line) -> !line.isBlank()).count();
	}

	/**
	 * What each line would do. Lines that say nothing are left out, a first line with
	 * headings too.
	 */
	List<ImportLine> plan(String text, Predicate<String> opens) {
		List<Typed> typed = lines(text);
		Map<String, String> all = new LinkedHashMap<>();
		Set<String> paths = new HashSet<>();
		typed.forEach((line) -> {
			Address.of(line.from()).map(Redirect::source).ifPresent((source) -> all.putIfAbsent(source, line.to()));
			paths.addAll(this.checks.paths(line.from()));
			paths.addAll(this.checks.paths(line.to()));
		});
		Set<String> standing = this.addresses.among(paths);
		Map<String, Boolean> opened = new HashMap<>();
		List<Checked> checked = typed.stream()
			.map((line) -> this.checks.check(line.from(), line.to(), all, standing::contains,
					(address) -> opened.computeIfAbsent(address, opens::test)))
			.toList();
		Map<String, String> before = this.redirects
			.targets(checked.stream().map(Checked::source).filter(Objects::nonNull).toList());
		Map<String, Integer> seen = new HashMap<>();
		return IntStream.range(0, typed.size())
			.mapToObj((line) -> line(typed.get(line), checked.get(line), before, seen))
			.toList();
	}

	private static ImportLine line(Typed line, Checked checked, Map<String, String> before, Map<String, Integer> seen) {
		if (line.cells() != 2) {
			return line.wrong("import.cells", 0);
		}
		if (checked.sourceProblem() != null) {
			return line.wrong("source." + checked.sourceProblem(), 0);
		}
		Integer twice = seen.putIfAbsent(checked.source(), line.number());
		if (twice != null) {
			return line.wrong("import.twice", twice);
		}
		if (checked.targetProblem() != null) {
			return line.wrong("target." + checked.targetProblem(), 0);
		}
		return new ImportLine(line.number(), line.from(), line.to(), checked.source(), checked.target(),
				before.get(checked.source()), null, 0);
	}

	private static List<Typed> lines(String text) {
		List<Typed> lines = new ArrayList<>();
		String[] raw = text.split("\\R", -1);
		for (int i = 0; i < raw.length; i++) {
			List<String> cells = cells(raw[i]);
			boolean says = cells.stream().anyMatch((cell) -> !cell.isEmpty());
			boolean heads = lines.isEmpty() && cells.stream().noneMatch((cell) -> cell.contains("/"));
			if (says && !heads) {
				lines.add(new Typed(i + 1, cells.get(0), (cells.size() > 1) ? cells.get(1) : "", cells.size()));
			}
		}
		return lines;
	}

	/** Without empty ones at the end, which spreadsheets add. */
	private static List<String> cells(String line) {
		List<String> cells = new ArrayList<>();
		StringBuilder cell = new StringBuilder();
		boolean begun = false;
		boolean quoted = false;
		for (int i = 0; i < line.length(); i++) {
			char sign = line.charAt(i);
			if (quoted && sign == '"' && line.startsWith("\"\"", i)) {
				cell.append(sign);
				i++;
			}
			else if (sign == '"' && (quoted || !begun)) {
				quoted = !quoted;
				begun = true;
			}
			else if (!quoted && SEPARATORS.indexOf(sign) >= 0) {
				cells.add(cell.toString().strip());
				cell.setLength(0);
				begun = false;
			}
			else {
				cell.append(sign);
				begun |= !Character.isWhitespace(sign);
			}
		}
		cells.add(cell.toString().strip());
		while (cells.size() > 1 && cells.get(cells.size() - 1).isEmpty()) {
			cells.remove(cells.size() - 1);
		}
		return cells;
	}

	/** A line with its cells. */
	private record Typed(int number, String from, String to, int cells) {

		ImportLine wrong(String problem, int other) {
			return new ImportLine(this.number, this.from, this.to, null, null, null, problem, other);
		}

	}

}
