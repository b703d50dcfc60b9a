package edu.wenzhou.site.media;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Names of files as people gave them, made harmless: they are shown, end an address and
 * are proposed to the reader's computer, but name no file of ours.
 */
final class FileNames {

	/** What a file is called of whose name nothing is left. */
	private static final String NAMELESS = "file";

	/** Controls, what turns the direction of writing, what has no meaning or no sign. */
	private static final Pattern UNSEEN = Pattern.compile("\\p{C}|\\p{Zl}|\\p{Zp}");

	/** What means something in paths, addresses, shells or on Windows. */
	private static final Pattern SPECIAL = Pattern.compile("[<>:\"|?*%;#&'`$!{}^~\\[\\]]");

	private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");

	private FileNames() {
	}

	/**
	 * The name to keep.
	 * @param given as the browser sent it, perhaps null
	 * @param extension the one that the file has now
	 */
	static String clean(String given, String extension) {
		String name = (given != null) ? Normalizer.normalize(given, Normalizer.Form.NFC) : "";
		name = UNSEEN.matcher(name).replaceAll("");
		name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
		name = SPECIAL.matcher(name).replaceAll("_").replaceAll("\\s+", " ");
		int dot = name.lastIndexOf('.');
		String stem = trim((dot >= 0) ? name.substring(0, dot) : name);
		int longest = UploadLimits.NAME_LENGTH - extension.length() - 1;
		if (stem.length() > longest) {
			stem = trim(stem.substring(0, Character.isHighSurrogate(stem.charAt(longest - 1)) ? longest - 1 : longest));
		}
		if (stem.isEmpty()) {
			stem = NAMELESS;
		}
		else if (DEVICE.matcher(stem).matches()) {
			stem = "_" + stem.substring(0, Math.min(stem.length(), longest - 1));
		}
		return stem + "." + extension;
	}

	/** As the last part of an address (RFC 3986): only what needs no thought is left. */
	static String inAddress(String name) {
		StringBuilder address = new StringBuilder();
		for (byte one : name.getBytes(StandardCharsets.UTF_8)) {
			char sign = (char) (one & 0xff);
			if (isUnreserved(sign)) {
				address.append(sign);
			}
			else {
				address.append("%%%02X".formatted((int) sign));
			}
		}
		return address.toString();
	}

	/** The header that proposes the name (RFC 6266), with a poor one for old clients. */
	static String disposition(String type, String name) {
		String poor = name.replaceAll("[^\\x20-\\x7e]|[\"\\\\%]", "_");
		return "%s; filename=\"%s\"; filename*=UTF-8''%s".formatted(type, poor, inAddress(name));
	}

	private static boolean isUnreserved(char sign) {
		return sign >= 'a' && sign <= 'z' || sign >= 'A' && sign <= 'Z' || sign >= '0' && sign <= '9'
				|| "-._~".indexOf(sign) >= 0;
	}

	private static String trim(String text) {
		return text.replaceAll("^[\\s.]+|[\\s.]+$", "");
	}

}
