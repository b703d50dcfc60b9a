package edu.wenzhou.site.seed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import org.springframework.core.io.Resource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads the files of {@code seeds/} strictly: what it does not understand it refuses. All
 * faults are collected, so that an editor sees them in one go.
 */
class SeedReader {

	private static final YAMLMapper YAML = YAMLMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.enumNamingStrategy(EnumNamingStrategies.KEBAB_CASE)
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.build();

	private final Resource directory;

	private final Validator validator;

	private final List<String> faults = new ArrayList<>();

	/**
	 * A reader of one folder.
	 * @param directory the folder {@code seeds/}, with a slash at the end
	 */
	SeedReader(Resource directory, Validator validator) {
		this.directory = directory;
		this.validator = validator;
	}

	/**
	 * Everything the folder holds.
	 * @throws SeedException if anything is wrong with it
	 */
	Seeds read() {
		SeedChecks checks = new SeedChecks(this.faults);
		checks.documents(documents(checks));
		Seeds seeds = new Seeds(checks.documents(), records("unpublished.yaml", SeedRecord.Omission.class, checks),
				records("facts.yaml", SeedRecord.Fact.class, checks),
				records("profile.yaml", SeedRecord.Profile.class, checks),
				records("sections.yaml", SeedRecord.Section.class, checks),
				records("history.yaml", SeedRecord.Event.class, checks),
				records("predecessors.yaml", SeedRecord.Predecessor.class, checks),
				records("campuses.yaml", SeedRecord.Campus.class, checks),
				records("schools.yaml", SeedRecord.School.class, checks),
				records("honours.yaml", SeedRecord.Honour.class, checks),
				records("partnerships.yaml", SeedRecord.Partnership.class, checks), checks.passages());
		checks.references(seeds);
		if (!this.faults.isEmpty()) {
			throw new SeedException(this.faults);
		}
		return seeds;
	}

	private List<SourceText> documents(SeedChecks checks) {
		List<SourceText> documents = new ArrayList<>();
		for (SeedRecord.Document document : records("sources.yaml", SeedRecord.Document.class, checks)) {
			try {
				documents.add(SourceText.of(document, bytes(document.file())));
			}
			catch (CharacterCodingException ex) {
				this.faults.add(where("sources.yaml", document.slug()) + document.file() + " is not UTF-8");
			}
			catch (IOException ex) {
				this.faults.add(where("sources.yaml", document.slug()) + document.file() + " cannot be read");
			}
		}
		return documents;
	}

	private <T extends SeedRecord> List<T> records(String file, Class<T> type, SeedChecks checks) {
		JsonNode root;
		try {
			root = YAML.readTree(bytes(file));
		}
		catch (IOException ex) {
			this.faults.add("seeds/" + file + ": the file cannot be read");
			return List.of();
		}
		catch (JacksonException ex) {
			this.faults.add("seeds/" + file + ": bad YAML" + at(ex) + ": " + firstLine(ex.getOriginalMessage()));
			return List.of();
		}
		if (root == null || !root.isArray()) {
			this.faults.add("seeds/" + file + ": is not a list of records");
			return List.of();
		}
		List<T> records = new ArrayList<>();
		int number = 0;
		for (JsonNode node : root) {
			String name = name(node, ++number);
			checks.name(file, name);
			T record = record(where(file, name), node, type);
			if (record != null) {
				checks.record(file, record, node);
				records.add(record);
			}
		}
		return records;
	}

	/** Null if the record cannot be used; the fault is noted then. */
	private <T extends SeedRecord> T record(String where, JsonNode node, Class<T> type) {
		try {
			T record = YAML.treeToValue(node, type);
			List<String> missing = this.validator.validate(record).stream().map(SeedReader::field).sorted().toList();
			missing.forEach((field) -> this.faults.add(where + "the field '" + field + "' is missing or empty"));
			return missing.isEmpty() ? record : null;
		}
		catch (UnrecognizedPropertyException ex) {
			this.faults.add(where + "the field '" + ex.getPropertyName() + "' is unknown");
		}
		catch (InvalidFormatException ex) {
			this.faults.add(where + "'" + ex.getValue() + "' is unknown for the field '"
					+ ex.getPath().get(0).getPropertyName() + "'" + choices(ex.getTargetType()));
		}
		catch (JacksonException ex) {
			this.faults.add(where + firstLine(ex.getOriginalMessage()));
		}
		return null;
	}

	private byte[] bytes(String file) throws IOException {
		try (InputStream in = this.directory.createRelative(file).getInputStream()) {
			return in.readAllBytes();
		}
	}

	static String where(String file, String record) {
		return "seeds/" + file + ", record '" + record + "': ";
	}

	private static String name(JsonNode node, int number) {
		for (String field : List.of("slug", "code", "quote")) {
			if (node.path(field).isString()) {
				return node.path(field).asString();
			}
		}
		return "number " + number;
	}

	private static String field(ConstraintViolation<?> violation) {
		return violation.getPropertyPath().toString().replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
	}

	private static String choices(Class<?> type) {
		if (!type.isEnum()) {
			return "";
		}
		return "; it may be " + String.join(", ",
				Arrays.stream(type.getEnumConstants())
					.map((constant) -> constant.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
					.toList());
	}

	private static String at(JacksonException exception) {
		return (exception.getLocation() != null) ? " in line " + exception.getLocation().getLineNr() : "";
	}

	private static String firstLine(String message) {
		return message.lines().findFirst().orElse("");
	}

}
