package edu.wenzhou.site.publishing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import edu.wenzhou.site.media.FileTexts;
import edu.wenzhou.site.media.FileTexts.FileText;
import edu.wenzhou.site.text.PlainText;
import org.jsoup.Jsoup;
import org.springframework.stereotype.Component;

/**
 * Has everything looked through that readers will read of an item: texts of all fields in
 * both languages, what pictures are said to show, the texts of attachments.
 */
@Component
class TextLookout {

	private static final Pattern FILE = Pattern.compile("(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])");

	private final List<Lookout> lookouts;

	private final FileTexts files;

	TextLookout(List<Lookout> lookouts, FileTexts files) {
		this.lookouts = lookouts;
		this.files = files;
	}

	Seen look(ContentType type, Values values) {
		List<ReadText> texts = new ArrayList<>();
		Set<String> unread = new LinkedHashSet<>();
		Map<String, Set<String>> named = new LinkedHashMap<>();
		for (Field field : type.getFields()) {
			String value = values.get(field.name());
			if (field.kind().isText() && !value.isEmpty()) {
				texts.add(new ReadText(field.name(), null, lines(field.kind(), value)));
			}
			if (field.isOfFiles() || field.kind() == Kind.RICH) {
				FILE.matcher(value)
					.results()
					.forEach((file) -> named.computeIfAbsent(field.name(), (name) -> new LinkedHashSet<>())
						.add(file.group()));
			}
		}
		Set<String> all = new LinkedHashSet<>();
		named.values().forEach(all::addAll);
		Map<String, FileText> known = this.files.of(all);
		type.getFields().forEach((field) -> named.getOrDefault(field.name(), Set.of()).forEach((sha256) -> {
			FileText file = known.get(sha256);
			// In a body a picture has a text of its own
			if (file != null && (file.attachment() || field.isOfFiles())) {
				texts.add(new ReadText(field.name(), file.name(), file.lines()));
				if (!file.read()) {
					unread.add(file.name());
				}
			}
		}));
		return new Seen(this.lookouts.stream().flatMap((lookout) -> lookout.look(texts).stream()).toList(),
				List.copyOf(unread));
	}

	private static List<String> lines(Kind kind, String value) {
		if (kind != Kind.RICH) {
			return value.lines().toList();
		}
		List<String> lines = new ArrayList<>(PlainText.of(value).lines());
		// Where a link dials or writes to is no less public than what stands there
		for (String address : Jsoup.parseBodyFragment(value).select("a[href~=(?i)^(tel|mailto):]").eachAttr("href")) {
			String target = address.replaceFirst("(?i)^(tel|mailto):", "").replaceFirst("\\?.*", "");
			if (lines.stream().noneMatch((line) -> line.contains(target))) {
				lines.add(target);
			}
		}
		return lines;
	}

	/**
	 * What was seen.
	 *
	 * @param unread names of attachments that could not be read
	 */
	record Seen(List<Finding> findings, List<String> unread) {

	}

}
