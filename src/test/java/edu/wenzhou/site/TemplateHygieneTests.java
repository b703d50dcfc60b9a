package edu.wenzhou.site;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a reader of the templates may rely on. */
class TemplateHygieneTests {

	private static final Path TEMPLATES = Path.of("src/main/resources/templates");

	private static final Pattern KEY = Pattern.compile("#\\{\\|?([A-Za-z0-9.-]+)(\\$\\{)?|messages\\.msg\\('([^']+)'");

	/** A key in Java, or the beginning of several. */
	private static final Pattern LITERAL = Pattern.compile("\"(staff\\.[\\w.-]+)\"");

	/** Template and name of a fragment. */
	private static final Pattern ONCE = Pattern.compile("site:once=\"~\\{([a-z/-]+) :: ([a-z]+)");

	private static final Pattern ARGUMENT = Pattern.compile("\\{([0-9])[,}]");

	@Test
	void onlyTwoFragmentsPutOutAnythingUnescaped() throws IOException {
		List<String> unescaped = new ArrayList<>();
		templates().forEach((path, text) -> {
			if (text.contains("th:utext") || text.contains("[(")) {
				unescaped.add(path);
			}
		});
		assertThat(unescaped).containsExactly("fragments/body.html", "fragments/machines.html");
	}

	@Test
	void noTemplateHoldsCodeOrStyle() throws IOException {
		templates().forEach((path, text) -> assertThat(text).as(path)
			.doesNotContainPattern(
					"<style|<script(?![^>]*src=|[^>]*type=\"application/ld\\+json\")|\\sstyle=|th:style|\\son[a-z]+=|th:on|javascript:|__\\$\\{"));
	}

	@Test
	void everyClassOfTheStyleSheetIsUsed() throws IOException {
		String sheet = Files.readString(Path.of("src/main/resources/static/css/site.css"));
		StringBuilder users = new StringBuilder();
		templates().values().forEach(users::append);
		try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
			for (Path source : sources.filter((path) -> path.toString().endsWith(".java")).toList()) {
				users.append(Files.readString(source));
			}
		}
		Set<String> unused = Pattern.compile("\\.([a-zA-Z][\\w-]*)")
			.matcher(sheet.replaceAll("(?s)/\\*.*?\\*/|\\{[^{}]*}", "{}"))
			.results()
			.map((match) -> match.group(1))
			// Put together from a state, a ground or a power of two
			.filter((name) -> !name.matches("is-.*|on-.*|y[0-9]+"))
			.filter((name) -> !Pattern.compile("(?<![\\w-])" + name + "(?![\\w-])").matcher(users).find())
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(unused).isEmpty();
	}

	@Test
	void noTemplateHoldsTextOfItsOwn() throws IOException {
		templates().forEach((path, text) -> assertThat(text).as(path).doesNotContainPattern("\\p{IsHan}"));
	}

	@Test
	void everyMessageIsThereAndUsed() throws IOException {
		Properties messages = messages("messages.properties");
		messages.putAll(messages("staff-messages.properties"));
		List<String> used = new ArrayList<>();
		List<String> prefixes = new ArrayList<>();
		templates().forEach((path, text) -> {
			Matcher matcher = KEY.matcher(text);
			while (matcher.find()) {
				String key = (matcher.group(1) != null) ? matcher.group(1) : matcher.group(3);
				if (matcher.group(2) != null) {
					prefixes.add(key);
				}
				else {
					used.add(key);
					assertThat(messages).as(path).containsKey(key);
				}
			}
		});
		String java = java();
		LITERAL.matcher(java)
			.results()
			.map((match) -> match.group(1))
			.forEach((key) -> assertThat(messages.stringPropertyNames())
				.anyMatch((name) -> name.equals(key) || name.startsWith(key)));
		assertThat(used).hasSizeGreaterThan(50);
		assertThat(messages.stringPropertyNames())
			.allMatch((key) -> used.contains(key) || java.contains('"' + key + '"')
					|| java.contains("\"{" + key + "}\"") || prefixes.stream().anyMatch(key::startsWith)
					|| Stream.of("qualifier.", "error.", "filter.", "mark.", "figure.state.", "staff.role.",
							"staff.section.", "staff.audit.action.", "staff.audit.detail.", "staff.audit.value.",
							"staff.field.", "staff.option.", "staff.problem.empty.", "staff.problem.file.",
							"staff.mail.INVITATION", "staff.mail.RESET")
						.anyMatch(key::startsWith));
	}

	/**
	 * The back office is Chinese only, so its texts stand apart, and neither side uses
	 * the other's.
	 */
	@Test
	void theBackOfficeHasMessagesOfItsOwn() throws IOException {
		assertThat(messages("staff-messages.properties").stringPropertyNames())
			.allMatch((key) -> key.startsWith("staff."));
		assertThat(messages("messages.properties").stringPropertyNames()).noneMatch((key) -> key.startsWith("staff."));
		templates().forEach((path, text) -> {
			Matcher matcher = KEY.matcher(text);
			while (matcher.find()) {
				String key = (matcher.group(1) != null) ? matcher.group(1) : matcher.group(3);
				assertThat(key.startsWith("staff.")).as(path + ": " + key).isEqualTo(path.startsWith("staff/"));
			}
		});
	}

	@Test
	void bothLanguagesHaveTheSameMessages() throws IOException {
		Properties chinese = messages("messages.properties");
		Properties english = messages("messages_en.properties");
		assertThat(english.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(chinese.stringPropertyNames());
		assertThat(english.remove("language.other")).as("names itself in its own language").isEqualTo("中文");
		chinese.remove("language.other");
		chinese.forEach((key, text) -> {
			String translation = english.get(key).toString();
			assertThat(arguments(translation)).as(key.toString()).isEqualTo(arguments(text.toString()));
			assertThat(new MessageFormat(translation).format(new Object[] { 0, 1, 2 })).as(key.toString())
				.doesNotContain("{");
			// The way to the other language is named in that language
			assertThat("language.other".equals(key) ? "" : translation).as(key.toString())
				.doesNotContainPattern("\\p{IsHan}|[\u3000-\u303f\uff00-\uffef]|'");
		});
	}

	@Test
	void everyFragmentSaysWhatItTakes() throws IOException {
		templates().forEach((path, text) -> {
			if (path.contains("fragments/") || path.endsWith("layout.html")) {
				assertThat(text).as(path).startsWith("<!--/*");
			}
		});
	}

	/**
	 * It is not rendered again: something of the model would stay as it was on the first
	 * page that showed it.
	 */
	@Test
	void aFragmentRenderedOnceReadsNothingButItsParameters() throws IOException {
		Map<String, String> templates = templates();
		Set<String> once = new TreeSet<>();
		templates.forEach((path, text) -> {
			assertThat(text).as(path).doesNotContainPattern("site:once=\"(?!~\\{[a-z/-]+ :: [a-z]+[(}])");
			ONCE.matcher(text).results().forEach((use) -> once.add(use.group(1) + " :: " + use.group(2)));
		});
		assertThat(once).contains("fragments/drawing :: svg", "fragments/menu :: items", "fragments/mark :: mark");
		once.forEach((fragment) -> assertThat(reads(fragment, templates)).as(fragment).isEmpty());
	}

	/** The names that a fragment, and those that it is made of, take from around it. */
	private static Set<String> reads(String fragment, Map<String, String> templates) {
		String[] parts = fragment.split(" :: ");
		String text = templates.get(parts[0] + ".html");
		Matcher start = Pattern.compile("th:fragment=\"" + parts[1] + "(?:\\(([^)]*)\\))?\"").matcher(text);
		assertThat(start.find()).as(fragment).isTrue();
		int end = text.indexOf("<!--/*", start.end());
		String body = text.substring(start.end(), (end >= 0) ? end : text.length());
		Set<String> own = new TreeSet<>(
				Set.of("null", "true", "false", "and", "or", "not", "eq", "ne", "lt", "gt", "le", "ge"));
		if (start.group(1) != null) {
			own.addAll(List.of(start.group(1).split(",\\s*")));
		}
		// What would go past the names: the whole of the variables, the object of a form,
		// other beans
		assertThat(body).as(fragment)
			.doesNotContainPattern("#(ctx|vars|root|request)\\b|\\*\\{|@(?!\\{|navigation\\b)");
		Pattern.compile("th:(?:each|with)=\"([^\"]*)\"")
			.matcher(body)
			.results()
			.flatMap((made) -> Pattern.compile("(?:^|,)\\s*([a-z]\\w*)(?:, ?(\\w+))?\\s*[:=]")
				.matcher(made.group(1))
				.results())
			.forEach((made) -> {
				own.add(made.group(1));
				own.add(String.valueOf(made.group(2)));
			});
		Set<String> read = Pattern.compile("\\$\\{([^}]*)}")
			.matcher(body)
			.results()
			.flatMap((expression) -> Pattern.compile("(?<![\\w.#@])[a-z]\\w*")
				.matcher(expression.group(1).replaceAll("'[^']*'|\\bT\\([\\w.]+\\)", ""))
				.results())
			.map((name) -> name.group())
			.filter((name) -> !own.contains(name))
			.collect(Collectors.toCollection(TreeSet::new));
		Pattern.compile("th:(?:replace|insert)=\"~\\{([a-z/-]*) ?:: (\\w+)")
			.matcher(body)
			.results()
			.map((use) -> (use.group(1).isEmpty() ? parts[0] : use.group(1)) + " :: " + use.group(2))
			.forEach((used) -> read.addAll(reads(used, templates)));
		return read;
	}

	/** The numbers in braces, such as {0}, each once. */
	private static Set<String> arguments(String message) {
		return ARGUMENT.matcher(message)
			.results()
			.map((match) -> match.group(1))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Properties messages(String file) throws IOException {
		Properties messages = new Properties();
		try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources", file))) {
			messages.load(reader);
		}
		return messages;
	}

	private static Map<String, String> templates() throws IOException {
		Map<String, String> templates = new LinkedHashMap<>();
		try (Stream<Path> files = Files.walk(TEMPLATES)) {
			for (Path file : files.filter((path) -> path.toString().endsWith(".html")).sorted().toList()) {
				templates.put(TEMPLATES.relativize(file).toString(), Files.readString(file));
			}
		}
		assertThat(templates).isNotEmpty();
		return templates;
	}

	private static String java() throws IOException {
		StringBuilder java = new StringBuilder();
		try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
			for (Path file : files.filter((path) -> path.toString().endsWith(".java")).toList()) {
				java.append(Files.readString(file));
			}
		}
		return java.toString();
	}

}
