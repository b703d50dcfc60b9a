package edu.wenzhou.site.delivery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/** The folder with a copy of every page. */
class MirrorTests {

	private static final String LONG = "<p>一样的句子</p>".repeat(100);

	@TempDir
	private Path folder;

	@Test
	void everyPageHasAFileThatAWebServerFinds() throws IOException {
		Mirror mirror = new Mirror(this.folder);
		for (String key : List.of("/", "/en", "/schools", "/schools/ai", "/schools/ai.md", "/feed/x.xml",
				"/media/00/%E5%9B%BE.svg")) {
			String type = key.endsWith(".md") ? "text/markdown"
					: key.endsWith("l") ? "application/atom+xml" : "text/html";
			assertThat(mirror.write(page(key, type, LONG))).isTrue();
		}
		assertThat(files())
			.contains("index.html", "index.html.gz", "index.html.br", "en.html", "schools.html", "schools/ai.html",
					"schools/ai.md", "schools/ai.md.gz", "feed/x.xml", "media/00/图.svg")
			.noneMatch((name) -> name.endsWith(".part"));
		Rendition found = mirror.find("/schools/ai");
		assertThat(new String(found.content(), StandardCharsets.UTF_8)).isEqualTo(LONG);
		assertThat(found.headers()).contains("x-made-up", "yes");
		assertThat(found.modified()).isEqualTo("Mon, 01 Jan 2024 00:00:00 GMT");
	}

	@Test
	void nothingIsWrittenOutsideIt() throws IOException {
		Path inner = this.folder.resolve("a/b");
		Mirror mirror = new Mirror(inner);
		for (String key : List.of("/../out", "/%2e%2e/%2e%2e/out", "/..%2f..%2fout", "/_/x", "/x?page=../../out",
				"/a\\b", "/" + "x".repeat(300))) {
			assertThat(mirror.write(page(key, "text/html", LONG))).as(key).isTrue();
			assertThat(mirror.find(key)).as(key).isNotNull();
		}
		try (Stream<Path> all = Files.walk(this.folder)) {
			assertThat(all.filter(Files::isRegularFile)).allMatch((file) -> file.startsWith(inner.resolve("_")));
		}
	}

	@Test
	void whatIsNotWholeIsNotShown() throws IOException {
		Mirror mirror = new Mirror(this.folder);
		mirror.write(page("/", "text/html", LONG));
		assertThat(mirror.isUsable()).isTrue();
		Files.writeString(this.folder.resolve("index.html"), LONG.substring(10));
		assertThat(mirror.find("/")).isNull();
		assertThat(mirror.isUsable()).isFalse();
		assertThat(mirror.find("/nowhere")).isNull();
	}

	@Test
	void whatIsNoPageAnyMoreGoes() throws IOException {
		Mirror mirror = new Mirror(this.folder);
		mirror.write(page("/", "text/html", LONG));
		mirror.write(page("/gone", "text/html", LONG));
		mirror.write(page("/removed", "text/html", LONG));
		mirror.remove("/removed");
		mirror.retain(Set.of("/"));
		assertThat(files().stream().filter((name) -> !name.startsWith("_"))).containsExactlyInAnyOrder("index.html",
				"index.html.gz", "index.html.br");
		// What is too short to be packed leaves no older packed file beside it
		mirror.write(page("/", "text/html", "kurz"));
		assertThat(files().stream().filter((name) -> !name.startsWith("_"))).containsExactly("index.html");
	}

	@Test
	void aWebServerFindsPagesByTheLinkOnlyWhileTheyAreTheNewest() throws IOException {
		Mirror mirror = new Mirror(this.folder);
		mirror.write(page("/schools", "text/html", LONG));
		Path byLink = this.folder.resolve("_/current/schools.html");
		assertThat(byLink).doesNotExist();
		mirror.setCurrent();
		mirror.setCurrent();
		assertThat(byLink).hasContent(LONG);
		mirror.setOutdated();
		mirror.setOutdated();
		assertThat(byLink).doesNotExist();
		assertThat(this.folder.resolve("schools.html")).exists();
	}

	/** As on a full disk: nobody is told by an exception, and later it works again. */
	@Test
	void aFolderThatCannotBeWrittenTakesNothingFromVisitors() throws IOException {
		Path file = Files.createFile(this.folder.resolve("file"));
		Mirror mirror = new Mirror(file);
		assertThat(mirror.write(page("/", "text/html", LONG))).isFalse();
		assertThat(mirror.find("/")).isNull();
		mirror.remove("/");
		mirror.retain(Set.of());
		Files.delete(file);
		assertThat(mirror.write(page("/", "text/html", LONG))).isTrue();
		assertThat(mirror.find("/")).isNotNull();
	}

	@Test
	void onAFullDiskThePageOfBeforeStays() throws IOException {
		try (FileSystem disk = Jimfs.newFileSystem(Configuration.unix()
			.toBuilder()
			.setBlockSize(512)
			.setMaxSize(64 * 1024)
			.setAttributeViews("basic", "owner", "posix", "unix")
			.build())) {
			Path folder = disk.getPath("/mirror");
			Mirror mirror = new Mirror(folder);
			assertThat(mirror.write(page("/", "text/html", LONG))).isTrue();
			Path ballast = folder.resolveSibling("ballast");
			for (int size = 64 * 1024; size > 0; size -= 512) {
				try {
					Files.write(ballast, new byte[size]);
					break;
				}
				catch (IOException ex) {
					Files.delete(ballast);
				}
			}
			byte[] before = mirror.find("/").in(Coding.IDENTITY);
			Rendition next = page("/", "text/html",
					new Random(1).ints(10_000, 'a', 'z').mapToObj(Character::toString).collect(Collectors.joining()));
			assertThat(mirror.write(next)).as("there is no room at first").isFalse();
			// A little more room each time, so that it ends in each of the files once
			while (Files.size(ballast) > 1024) {
				Files.write(ballast, new byte[(int) Files.size(ballast) - 1024]);
				if (mirror.write(next)) {
					assertThat(mirror.find("/").in(Coding.IDENTITY)).isEqualTo(next.content());
					return;
				}
				assertThat(mirror.find("/").in(Coding.IDENTITY)).isEqualTo(before);
				try (Stream<Path> all = Files.walk(folder)) {
					assertThat(all.filter((file) -> file.toString().endsWith(".part"))).isEmpty();
				}
			}
			fail("it was never written");
		}
	}

	private List<String> files() throws IOException {
		try (Stream<Path> all = Files.walk(this.folder)) {
			return all.filter(Files::isRegularFile).map((file) -> this.folder.relativize(file).toString()).toList();
		}
	}

	private static Rendition page(String key, String type, String text) {
		return Rendition.of(key, 1, type, List.of("X-Made-Up", "yes", "Last-Modified", "Mon, 01 Jan 2024 00:00:00 GMT"),
				text.getBytes(StandardCharsets.UTF_8), null);
	}

}
