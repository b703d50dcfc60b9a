package edu.wenzhou.site.seed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.springframework.core.io.FileSystemResource;

/** Reads the project's seeds, or a copy that a test has broken. */
final class SeedTest {

	static final Path SEEDS = Path.of("seeds");

	private static final Validator VALIDATOR = Validation.buildDefaultValidatorFactory().getValidator();

	private SeedTest() {
	}

	static Seeds read(Path directory) {
		return new SeedReader(new FileSystemResource(directory + "/"), VALIDATOR).read();
	}

	static void copy(Path to) throws IOException {
		try (Stream<Path> files = Files.walk(SEEDS)) {
			for (Path file : files.toList()) {
				Files.createDirectories(to.resolve(SEEDS.relativize(file)).getParent());
				if (Files.isRegularFile(file)) {
					Files.copy(file, to.resolve(SEEDS.relativize(file)));
				}
			}
		}
	}

}
