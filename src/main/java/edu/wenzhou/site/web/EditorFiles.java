package edu.wenzhou.site.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.FileSystemUtils;

/**
 * The step of the build that lays the scripts of the text editor side by side: ours from
 * {@code editor/} and one file of each ProseMirror WebJar. Browsers cannot import by a
 * bare name without an inline import map, which the policy forbids, so
 * {@code from "prosemirror-model"} becomes {@code from "./prosemirror-model.js"}. All
 * share one version, a hash over all of them.
 */
final class EditorFiles {

	/** Below the folder of the classes. */
	static final String FOLDER = "static/js/editor/";

	static final String VERSION = "editor.version";

	private static final List<String> PARTS = List.of("orderedmap", "prosemirror-commands", "prosemirror-dropcursor",
			"prosemirror-gapcursor", "prosemirror-history", "prosemirror-keymap", "prosemirror-model",
			"prosemirror-schema-list", "prosemirror-state", "prosemirror-tables", "prosemirror-transform",
			"prosemirror-view", "rope-sequence", "w3c-keyname");

	private static final Pattern IMPORT = Pattern.compile("\\bfrom ([\"'])(" + String.join("|", PARTS) + ")\\1");

	private EditorFiles() {
	}

	/**
	 * @param arguments the folder of the classes
	 */
	public static void main(String[] arguments) throws IOException {
		PathMatchingResourcePatternResolver classpath = new PathMatchingResourcePatternResolver();
		Map<String, Resource> files = new TreeMap<>();
		for (Resource own : classpath.getResources("classpath:editor/*.js")) {
			files.put(own.getFilename(), own);
		}
		for (String part : PARTS) {
			files.put(part + ".js", only(classpath, part));
		}
		Path classes = Path.of(arguments[0]);
		Path folder = classes.resolve(FOLDER);
		FileSystemUtils.deleteRecursively(folder);
		Files.createDirectories(folder);
		MessageDigest digest = sha256();
		for (Map.Entry<String, Resource> file : files.entrySet()) {
			Matcher imports = IMPORT.matcher(file.getValue().getContentAsString(StandardCharsets.UTF_8));
			byte[] text = imports.replaceAll((match) -> "from \"./" + match.group(2) + ".js\"")
				.getBytes(StandardCharsets.UTF_8);
			digest.update(text);
			Files.write(folder.resolve(file.getKey()), text);
		}
		Files.writeString(classes.resolve(VERSION), HexFormat.of().formatHex(digest.digest(), 0, 16));
	}

	private static Resource only(PathMatchingResourcePatternResolver classpath, String part) throws IOException {
		String folder = "classpath*:META-INF/resources/webjars/" + part + "/*/";
		Resource[] found = classpath.getResources(folder + ("w3c-keyname".equals(part) ? "index.js" : "dist/index.js"));
		if (found.length != 1) {
			throw new IllegalStateException("The text editor needs one " + part + " and found " + List.of(found));
		}
		return found[0];
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
