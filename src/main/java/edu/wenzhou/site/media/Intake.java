package edu.wenzhou.site.media;

import java.util.List;

import edu.wenzhou.site.media.PictureMill.Image;
import edu.wenzhou.site.media.PictureMill.Made;
import edu.wenzhou.site.media.UploadRefusal.Reason;
import org.springframework.stereotype.Component;

/** The way of an upload from what somebody sent to what may be kept. */
@Component
class Intake {

	private final PictureMill mill;

	Intake(PictureMill mill) {
		this.mill = mill;
	}

	/**
	 * The file as it may be kept.
	 * @param name as the browser sent it, perhaps null
	 */
	Accepted accept(String name, byte[] content) throws UploadRefusal {
		if (content.length == 0) {
			throw new UploadRefusal(Reason.EMPTY);
		}
		if (content.length > UploadLimits.FILE_BYTES) {
			throw new UploadRefusal(Reason.LARGE);
		}
		FileType type = FileType.ofName((name != null) ? name.strip() : "")
			.orElseThrow(() -> new UploadRefusal(Reason.TYPE));
		if (!type.isBegunBy(content)) {
			throw new UploadRefusal(Reason.CONTENT);
		}
		if (type.kind() == MediaKind.PICTURE) {
			Made made = this.mill.make(type, content);
			return new Accepted(made.type(), FileNames.clean(name, made.type().extension()), made.whole(),
					made.renditions(), made.cuts());
		}
		if (type == FileType.PDF) {
			PdfCheck.check(content);
		}
		else {
			OfficeCheck.check(type, content);
		}
		return new Accepted(type, FileNames.clean(name, type.extension()), new Image(0, 0, content), List.of(),
				List.of());
	}

	/**
	 * A file that may be kept.
	 *
	 * @param whole without a size where it is no picture
	 * @param renditions of the whole picture, from the narrowest on
	 * @param cuts the same in the one shape, cut around the middle
	 */
	record Accepted(FileType type, String name, Image whole, List<Image> renditions, List<Image> cuts) {

	}

}
