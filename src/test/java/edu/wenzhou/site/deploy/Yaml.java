package edu.wenzhou.site.deploy;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.yaml.snakeyaml.LoaderOptions;

/** YAML files of the documentation. */
final class Yaml {

	private Yaml() {
	}

	/** The documents in a file, in which no key may stand twice. */
	static List<Map<String, Object>> documents(Path file) throws IOException {
		LoaderOptions options = new LoaderOptions();
		options.setAllowDuplicateKeys(false);
		List<Map<String, Object>> documents = new ArrayList<>();
		try (Reader reader = Files.newBufferedReader(file)) {
			new org.yaml.snakeyaml.Yaml(options).loadAll(reader).forEach((one) -> documents.add(map(one)));
		}
		return documents;
	}

	@SuppressWarnings("unchecked")
	static Map<String, Object> map(Object value) {
		return (Map<String, Object>) value;
	}

	/** What stands there, one key after the other. */
	static Object at(Object value, String... keys) {
		Object found = value;
		for (String key : keys) {
			found = map(found).get(key);
		}
		return found;
	}

}
