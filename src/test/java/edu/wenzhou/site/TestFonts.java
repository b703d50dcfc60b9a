package edu.wenzhou.site;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Fonts for PDFs on the machine that runs the tests: those of Debian's packages, else one
 * that the tests make up, so that nothing has to be installed.
 */
public final class TestFonts {

	private static final List<Path> DEBIAN = List.of(
			Path.of("/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf"),
			Path.of("/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Bold.ttf"),
			Path.of("/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc"));

	private static final List<Path> PICTURES = List.of(Path.of("/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc"),
			Path.of("/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc"),
			Path.of("/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Bold.ttf"));

	private TestFonts() {
	}

	public static List<Path> find() {
		return DEBIAN.stream().allMatch(Files::exists) ? DEBIAN : List.of(madeUp());
	}

	/** Those for pictures of pages: the best that there is. */
	public static List<Path> pictures() {
		List<Path> found = PICTURES.stream().filter(Files::exists).toList();
		return found.isEmpty() ? List.of(madeUp()) : found;
	}

	/** A font of boxes. */
	public static synchronized Path madeUp() {
		return MadeUpFont.at(Path.of("target", "fonts", "boxes.ttf"));
	}

}
