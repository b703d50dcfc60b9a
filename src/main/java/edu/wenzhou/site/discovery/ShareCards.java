package edu.wenzhou.site.discovery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import edu.wenzhou.site.drawing.Theme;
import edu.wenzhou.site.media.PageFiles.Picture;
import edu.wenzhou.site.web.CollegeProperties;
import edu.wenzhou.site.web.Language;
import edu.wenzhou.site.web.Page;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Knows what the picture of each page shows and where it stands. */
@Component("shareCards")
class ShareCards {

	/** To be raised with every change of how pictures look. */
	private static final int DESIGN = 1;

	private static final String FOLDER = "/share/";

	private static final String ENDING = ".png";

	/** How the front page is called, whose path has no name. */
	private static final String FRONT_PAGE = "/index";

	/** Whoever shows a link shows what is narrower only small, or not at all. */
	private static final int NARROWEST = 600;

	private final ShareFonts fonts;

	private final CollegeProperties properties;

	private final MessageSource messages;

	ShareCards(ShareFonts fonts, CollegeProperties properties, MessageSource messages) {
		this.fonts = fonts;
		this.properties = properties;
		this.messages = messages;
	}

	/** The picture of a page that has an address. */
	public ShareCard of(Page page, Locale locale) {
		boolean front = page.path().equals("/");
		String college = front ? null : this.messages.getMessage("site.name", null, locale);
		String latin = this.messages.getMessage("site.name", null, Locale.ENGLISH);
		String section = (page.crumbs().size() > 1) ? page.crumbs().get(page.crumbs().size() - 1).title() : null;
		String host = this.properties.baseUrl().replaceFirst("^https?://", "");
		Theme theme = page.subject().theme();
		String version = version(List.of(DESIGN, this.fonts.names(), page.title(), locale, front, latin,
				Optional.ofNullable(section), host, theme));
		String path = FOLDER + version + (front ? FRONT_PAGE : page.path()) + ENDING;
		return new ShareCard(page.title(), college, latin, section, host, theme, version,
				this.properties.url(Language.of(locale).address(path)));
	}

	/**
	 * What goes before the drawn picture.
	 * @param pictures those of the page's subject
	 * @return the leading one, with host; null for none, and for one that is too small
	 */
	public Picture photograph(List<Picture> pictures) {
		return pictures.stream()
			.limit(1)
			.filter((picture) -> picture.width() >= NARROWEST)
			.map((picture) -> new Picture(picture.alt(), picture.caption(), this.properties.url(picture.address()),
					null, picture.width(), picture.height()))
			.findFirst()
			.orElse(null);
	}

	/**
	 * The page that a picture belongs to.
	 * @param file the end of the picture's address; begins with a slash
	 * @return nothing for what can't be the name of a picture
	 */
	static Optional<String> path(String file) {
		if (!file.endsWith(ENDING)) {
			return Optional.empty();
		}
		String path = file.substring(0, file.length() - ENDING.length());
		return path.equals(FRONT_PAGE) ? Optional.of("/") : Optional.of(path).filter((found) -> found.length() > 1);
	}

	private static String version(List<?> parts) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256")
				.digest(parts.toString().getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(hash, 0, 8);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
