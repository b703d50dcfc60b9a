package edu.wenzhou.site.discovery;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import edu.wenzhou.site.web.CollegeProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files that programs ask a site for by name. Made once, without the database, so
 * that they are there while it is away: many crawlers leave a site alone whose robots.txt
 * fails. No pages, so in no language twice.
 */
@Configuration(proxyBeanMethods = false)
class SiteFiles {

	@Bean
	RouterFunction<ServerResponse> filesOfTheSite(CollegeProperties properties, MessageSource messages) {
		RouterFunctions.Builder files = RouterFunctions.route();
		add(files, "/robots.txt", "text/plain;charset=UTF-8",
				RobotsText.of(properties).getBytes(StandardCharsets.UTF_8));
		add(files, "/favicon.ico", "image/x-icon", Icons.ico(16, 32, 48));
		add(files, "/apple-touch-icon.png", "image/png", Icons.png(180, true));
		add(files, "/icon-192.png", "image/png", Icons.png(192, true));
		add(files, "/icon-512.png", "image/png", Icons.png(512, true));
		add(files, "/site.webmanifest", "application/manifest+json", manifest(messages));
		return files.build();
	}

	private static void add(RouterFunctions.Builder files, String path, String type, byte[] content) {
		String tag = "W/\"" + DigestUtils.md5DigestAsHex(content) + "\"";
		MediaType mediaType = MediaType.parseMediaType(type);
		files.route(RequestPredicates.path(path),
				(request) -> ServerResponse.ok().contentType(mediaType).eTag(tag).body(content));
	}

	/** What a phone needs that puts the site on its screen; it opens in the browser. */
	private static byte[] manifest(MessageSource messages) {
		Map<String, Object> manifest = new LinkedHashMap<>();
		manifest.put("name", messages.getMessage("site.name", null, Locale.SIMPLIFIED_CHINESE));
		manifest.put("lang", Locale.SIMPLIFIED_CHINESE.toLanguageTag());
		manifest.put("start_url", "/");
		manifest.put("display", "browser");
		manifest.put("background_color", "#f7f4ea");
		manifest.put("theme_color", "#f7f4ea");
		manifest.put("icons", List.of(icon("/icon-192.png", "192x192"), icon("/icon-512.png", "512x512")));
		return JsonMapper.builder().build().writeValueAsBytes(manifest);
	}

	private static Map<String, String> icon(String address, String sizes) {
		Map<String, String> icon = new LinkedHashMap<>();
		icon.put("src", address);
		icon.put("sizes", sizes);
		icon.put("type", "image/png");
		return icon;
	}

}
