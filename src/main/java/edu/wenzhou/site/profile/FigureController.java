package edu.wenzhou.site.profile;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import edu.wenzhou.site.fact.Figures;
import edu.wenzhou.site.web.CollegeProperties;
import edu.wenzhou.site.web.Language;
import edu.wenzhou.site.web.PublicPages;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;

/** All figures to take away. */
@Controller
class FigureController {

	private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

	private final Figures figures;

	private final PublicPages pages;

	private final CollegeProperties properties;

	private final MessageSource messages;

	private final JsonMapper json;

	FigureController(Figures figures, PublicPages pages, CollegeProperties properties, MessageSource messages,
			JsonMapper json) {
		this.figures = figures;
		this.pages = pages;
		this.properties = properties;
		this.messages = messages;
		this.json = json;
	}

	@GetMapping(FigureDataset.PAGE + ".csv")
	ResponseEntity<byte[]> csv(Locale locale) {
		String table = FigureTable.of(this.figures.in(locale), documents(locale));
		return answer(CSV, table.getBytes(StandardCharsets.UTF_8), changed(), locale);
	}

	@GetMapping(FigureDataset.PAGE + ".json")
	ResponseEntity<byte[]> json(Locale locale) {
		Instant changed = changed();
		String name = this.messages.getMessage("figures.dataset", null, locale);
		FigureDataset data = FigureDataset.of(this.figures.in(locale), documents(locale), name, locale,
				(path) -> this.properties.url(Language.of(locale).address(path)), changed);
		return answer(MediaType.APPLICATION_JSON, this.json.writeValueAsBytes(data), changed, locale);
	}

	private Map<Long, String> documents(Locale locale) {
		return this.figures.documents()
			.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (document) -> document.getValue().in(locale)));
	}

	/** The files change when their page does. */
	private Instant changed() {
		return this.pages.changed(FigureDataset.PAGE).orElse(null);
	}

	private static ResponseEntity<byte[]> answer(MediaType type, byte[] content, Instant changed, Locale locale) {
		ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
			.contentType(type)
			.eTag(DigestUtils.md5DigestAsHex(content))
			.header(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag());
		if (changed != null) {
			answer.lastModified(changed);
		}
		return answer.body(content);
	}

}
