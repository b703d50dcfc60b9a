package edu.wenzhou.site.push;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** Shows IndexNow that whoever has the key has the site, at {@code /<key>.txt}. */
@Configuration(proxyBeanMethods = false)
class KeyFile {

	static String path(String key) {
		return "/" + key + ".txt";
	}

	@Bean
	SimpleUrlHandlerMapping keyOfIndexNow(PushProperties settings) {
		String key = settings.indexnow().key();
		HttpRequestHandler file = (request, response) -> {
			response.setContentType(MediaType.TEXT_PLAIN_VALUE);
			response.setCharacterEncoding(StandardCharsets.UTF_8.name());
			response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noCache().getHeaderValue());
			response.setHeader("X-Robots-Tag", "noindex");
			response.getWriter().write(key);
		};
		// Ahead of those that take every address for a file
		return new SimpleUrlHandlerMapping(key.isEmpty() ? Map.of() : Map.of(path(key), file), 0);
	}

}
