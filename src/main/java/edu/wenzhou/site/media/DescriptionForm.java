package edu.wenzhou.site.media;

import java.util.Optional;

import edu.wenzhou.site.media.Library.Description;
import edu.wenzhou.site.text.LocalizedText;
import org.springframework.validation.BindingResult;

/**
 * What is said of a picture, as typed.
 *
 * @param role {@code meaning} with an alternative text, or {@code ornament}
 * @param version of the item that the person saw
 */
record DescriptionForm(String role, String altZh, String altEn, String captionZh, String captionEn, String focalX,
		String focalY, String version) {

	static final String MEANING = "meaning";

	static final String ORNAMENT = "ornament";

	private static final int LONGEST = 300;

	DescriptionForm {
		role = clean(role);
		altZh = clean(altZh);
		altEn = clean(altEn);
		captionZh = clean(captionZh);
		captionEn = clean(captionEn);
		focalX = clean(focalX);
		focalY = clean(focalY);
	}

	static DescriptionForm of(MediaItem item) {
		String role = item.isDecorative() ? ORNAMENT : (item.getAlt() != null) ? MEANING : "";
		return new DescriptionForm(role, zh(item.getAlt()), en(item.getAlt()), zh(item.getCaption()),
				en(item.getCaption()), String.valueOf(item.getFocalX()), String.valueOf(item.getFocalY()),
				String.valueOf(item.getVersion()));
	}

	DescriptionForm withVersion(long version) {
		return new DescriptionForm(this.role, this.altZh, this.altEn, this.captionZh, this.captionEn, this.focalX,
				this.focalY, String.valueOf(version));
	}

	long readVersion() {
		return (this.version != null && this.version.matches("[0-9]{1,18}")) ? Long.parseLong(this.version) : -1;
	}

	/**
	 * What it comes to; empty where something is wrong, which is then among the errors.
	 */
	Optional<Description> read(BindingResult errors) {
		boolean ornament = this.role.equals(ORNAMENT);
		if (!ornament && !this.role.equals(MEANING)) {
			errors.rejectValue("role", "staff.media.role.missing");
		}
		if (ornament && !(this.altZh + this.altEn).isEmpty()) {
			errors.rejectValue("altZh", "staff.media.alt.ornament");
		}
		if (this.role.equals(MEANING) && this.altZh.isEmpty()) {
			errors.rejectValue("altZh", "staff.media.alt.missing");
		}
		length("altZh", this.altZh, errors);
		length("altEn", this.altEn, errors);
		length("captionZh", this.captionZh, errors);
		length("captionEn", this.captionEn, errors);
		if (this.captionZh.isEmpty() && !this.captionEn.isEmpty()) {
			errors.rejectValue("captionZh", "staff.problem.chinese");
		}
		int x = percent(this.focalX, "focalX", errors);
		int y = percent(this.focalY, "focalY", errors);
		if (errors.hasErrors()) {
			return Optional.empty();
		}
		return Optional.of(new Description(text(this.altZh, this.altEn), text(this.captionZh, this.captionEn), x, y));
	}

	private static LocalizedText text(String zh, String en) {
		return zh.isEmpty() ? null : new LocalizedText(zh, en.isEmpty() ? null : en);
	}

	private static String zh(LocalizedText text) {
		return (text != null) ? text.zh() : "";
	}

	private static String en(LocalizedText text) {
		return (text != null) ? text.en() : "";
	}

	private static void length(String field, String text, BindingResult errors) {
		if (text.length() > LONGEST) {
			errors.rejectValue(field, "staff.media.text.long");
		}
	}

	private static int percent(String text, String field, BindingResult errors) {
		if (!text.matches("[0-9]{1,2}|100")) {
			errors.rejectValue(field, "staff.media.focal.wrong");
			return -1;
		}
		return Integer.parseInt(text);
	}

	private static String clean(String text) {
		return (text != null) ? text.replaceAll("\\p{C}", " ").strip() : "";
	}

}
