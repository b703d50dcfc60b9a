package edu.wenzhou.site.delivery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.util.UriUtils;

/**
 * A folder with a copy of every public page, from which a web server can serve by itself
 * and a node that starts without its database does. {@code /schools/ai} is
 * {@code schools/ai.html} with {@code .gz} and {@code .br} beside it; what has no file
 * name of its own, such as a filtered list, is below {@code _}, where each page also has
 * a note of its headers. Every file appears as a whole or not at all; a note comes after
 * what it speaks of and holds its digest, so that half a page is never shown. While every
 * page is the newest, {@code _/current} leads to the folder, so that a web server which
 * goes by it asks the application after a change, until all are there again.
 */
class Mirror {

	private static final Logger logger = LoggerFactory.getLogger(Mirror.class);

	private static final String NOTES = "_";

	private static final String NOTE = ".note";

	private static final String CURRENT = "current";

	/** A web server reads as somebody else. */
	private static final Set<PosixFilePermission> READABLE = PosixFilePermissions.fromString("rw-r--r--");

	/** In letters; file systems allow 255 bytes. */
	private static final int LONGEST_NAME = 80;

	private final Path folder;

	private final AtomicBoolean failing = new AtomicBoolean();

	Mirror(Path folder) {
		this.folder = folder.toAbsolutePath().normalize();
	}

	/** Whether there is a front page to show. */
	boolean isUsable() {
		return find("/") != null;
	}

	/** Null for what is not there, or not whole. Of no generation. */
	Rendition find(String key) {
		try {
			List<String> note = Files.readAllLines(note(key));
			byte[] content = Files.readAllBytes(this.folder.resolve(note.get(1)));
			if (!note.get(0).equals(key) || !Rendition.tag(content).equals(note.get(2))) {
				return null;
			}
			return Rendition.of(key, -1, note.get(3), note.subList(4, note.size()), content, null);
		}
		catch (NoSuchFileException ex) {
			return null;
		}
		catch (IOException | RuntimeException ex) {
			logger.warn("The copy of {} cannot be read: {}", key, ex.toString());
			return null;
		}
	}

	/**
	 * Whether the copy is there now. A disk that is full or broken takes nothing from
	 * visitors; it is said once, until it works again.
	 */
	boolean write(Rendition rendition) {
		try {
			List<String> lines = new ArrayList<>(
					List.of(rendition.key(), file(rendition), rendition.tag(), rendition.type()));
			lines.addAll(rendition.headers());
			if (rendition.modified() != null) {
				lines.addAll(List.of("Last-Modified", rendition.modified()));
			}
			Path note = note(rendition.key());
			if (!Files.exists(note) || !Files.readAllLines(note).equals(lines)
					|| !Files.exists(this.folder.resolve(lines.get(1)))) {
				Map<Path, byte[]> files = new LinkedHashMap<>();
				for (Coding coding : Coding.values()) {
					files.put(this.folder.resolve(lines.get(1) + coding.extension()), rendition.in(coding));
				}
				files.put(note, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
				write(files);
			}
			if (this.failing.getAndSet(false)) {
				logger.info("Pages are copied to {} again", this.folder);
			}
			return true;
		}
		catch (IOException ex) {
			if (!this.failing.getAndSet(true)) {
				logger.warn("Pages cannot be copied to {}: {}. Visitors do not notice, unless the site starts again "
						+ "while its database is away.", this.folder, ex.toString());
			}
			return false;
		}
	}

	/**
	 * In this order, but none before there is room for all, so that a full disk leaves
	 * the page of before. Null takes the file away: an older page was larger, say.
	 */
	private void write(Map<Path, byte[]> files) throws IOException {
		Map<Path, Path> parts = new HashMap<>();
		try {
			for (Map.Entry<Path, byte[]> file : files.entrySet()) {
				if (file.getValue() != null) {
					Files.createDirectories(file.getKey().getParent());
					Path part = Files.createTempFile(file.getKey().getParent(), ".", ".part");
					parts.put(file.getKey(), part);
					Files.write(part, file.getValue());
					PosixFileAttributeView view = Files.getFileAttributeView(part, PosixFileAttributeView.class);
					if (view != null) {
						view.setPermissions(READABLE);
					}
				}
			}
			for (Path file : files.keySet()) {
				Path part = parts.get(file);
				if (part == null) {
					Files.deleteIfExists(file);
				}
				else {
					Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
				}
			}
		}
		finally {
			for (Path part : parts.values()) {
				try {
					Files.deleteIfExists(part);
				}
				catch (IOException ex) {
					logger.debug("A part stays behind: {}", ex.toString());
				}
			}
		}
	}

	void remove(String key) {
		Path note = note(key);
		try {
			if (Files.exists(note)) {
				remove(note);
			}
		}
		catch (IOException ex) {
			logger.warn("The copy of {} cannot be removed: {}", key, ex.toString());
		}
	}

	/** The note first, so that a page goes as it came. */
	private void remove(Path note) throws IOException {
		String file = Files.readAllLines(note).get(1);
		Files.delete(note);
		for (Coding coding : Coding.values()) {
			Files.deleteIfExists(this.folder.resolve(file + coding.extension()));
		}
	}

	/** Removes all but these. */
	void retain(Set<String> keys) {
		try (DirectoryStream<Path> notes = Files.newDirectoryStream(this.folder.resolve(NOTES), "*" + NOTE)) {
			for (Path note : notes) {
				if (!keys.contains(Files.readAllLines(note).get(0))) {
					remove(note);
				}
			}
		}
		catch (IOException | RuntimeException ex) {
			logger.warn("What is no longer a page cannot be removed from {}: {}", this.folder, ex.toString());
		}
	}

	/** Every page is the newest now. */
	void setCurrent() {
		try {
			Path current = Files.createDirectories(this.folder.resolve(NOTES)).resolve(CURRENT);
			if (!Files.isSymbolicLink(current)) {
				Files.createSymbolicLink(current, Path.of(".."));
			}
		}
		catch (IOException | UnsupportedOperationException ex) {
			logger.debug("Not marked as current: {}", ex.toString());
		}
	}

	/** Some pages are not, from now on. */
	void setOutdated() {
		try {
			Files.deleteIfExists(this.folder.resolve(NOTES).resolve(CURRENT));
		}
		catch (IOException ex) {
			logger.warn("{} is out of date and cannot be marked so: {}", this.folder, ex.toString());
		}
	}

	private Path note(String key) {
		return this.folder.resolve(NOTES).resolve(name(key) + NOTE);
	}

	private static String name(String key) {
		return HexFormat.of().formatHex(Rendition.digest(key), 0, 16);
	}

	/** Where the bytes are, from the folder on. */
	private static String file(Rendition rendition) {
		String key = rendition.key();
		String path = UriUtils.decode(key, StandardCharsets.UTF_8).substring(1);
		String last = path.substring(path.lastIndexOf('/') + 1);
		boolean named = last.contains(".");
		if (key.contains("?") || !Keys.isPlain(key) || last.length() > LONGEST_NAME || path.startsWith(NOTES)
				|| (!named && !rendition.isHtml())) {
			return NOTES + "/" + name(key) + (rendition.isHtml() ? ".html" : ".bin");
		}
		return path.isEmpty() ? "index.html" : named ? path : path + ".html";
	}

}
