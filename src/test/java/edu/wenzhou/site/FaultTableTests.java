package edu.wenzhou.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What {@code docs/editing-faults.md} says is shown by tests that there are. */
class FaultTableTests {

	private static final Pattern TEST = Pattern.compile("`([A-Za-z]+Tests)#([A-Za-z]+)`");

	private static final String WITHOUT = "not built";

	@Test
	void everyTestThatTheTableNamesExists() throws IOException {
		List<String> missing = new ArrayList<>();
		List<String> named = new ArrayList<>();
		for (List<String> row : rows()) {
			for (MatchResult test : TEST.matcher(row.get(2)).results().toList()) {
				named.add(test.group());
				// Between the annotation and the name there is no end of another method
				Pattern method = Pattern.compile(
						"@(Test|ParameterizedTest)\\b(?:(?!\\n\\t}\\n)[\\s\\S])*?\\bvoid " + test.group(2) + "\\(");
				if (!method.matcher(source(test.group(1))).find()) {
					missing.add(test.group());
				}
			}
		}
		assertThat(missing).isEmpty();
		assertThat(named).hasSizeGreaterThan(60);
	}

	/** A row without a test says that the fault's remedy is not here. */
	@Test
	void everyFaultIsShownOrOwnedUpTo() throws IOException {
		for (List<String> row : rows()) {
			assertThat(TEST.matcher(row.get(2)).find() || row.get(1).contains(WITHOUT)).as(row.toString()).isTrue();
		}
		assertThat(rows().stream().map((row) -> row.get(0).replaceAll("\\D.*", "")).filter((n) -> !n.isEmpty()))
			.as("the fifteen complaints")
			.containsExactlyElementsOf(IntStream.rangeClosed(1, 15).mapToObj(String::valueOf).toList());
	}

	private static List<List<String>> rows() throws IOException {
		List<List<String>> rows = Files.readAllLines(Path.of("docs/editing-faults.md"))
			.stream()
			.filter((line) -> line.startsWith("| ") && !line.startsWith("| fault"))
			.map((line) -> Stream.of(line.split("\\|")).skip(1).map(String::strip).toList())
			.toList();
		assertThat(rows).hasSizeGreaterThan(40).allSatisfy((row) -> assertThat(row).as(row.toString()).hasSize(3));
		return rows;
	}

	private static String source(String name) throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
			List<Path> found = files.filter((file) -> file.endsWith(name + ".java")).collect(Collectors.toList());
			assertThat(found).as(name).hasSize(1);
			return Files.readString(found.get(0));
		}
	}

}
