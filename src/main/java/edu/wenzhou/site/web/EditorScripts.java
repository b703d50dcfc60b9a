package edu.wenzhou.site.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * The scripts of the text editor, as {@link EditorFiles} has laid them side by side. All
 * have one version in their address, so that every file may be kept for ever and an old
 * one never meets a new one.
 */
@Configuration(proxyBeanMethods = false)
class EditorScripts implements WebMvcConfigurer {

	private final String version;

	EditorScripts() throws IOException {
		ClassPathResource version = new ClassPathResource(EditorFiles.VERSION);
		if (!version.exists()) {
			throw new IllegalStateException(
					"The scripts of the text editor are made by the build: mvn process-classes");
		}
		this.version = version.getContentAsString(StandardCharsets.UTF_8);
	}

	@Override
	public void addResourceHandlers(ResourceHandlerRegistry registry) {
		// Boot serves whole WebJars there, and Tomcat behind it
		registry.addResourceHandler("/webjars/**").addResourceLocations("classpath:/none/");
		registry.addResourceHandler("/js/editor/**")
			.addResourceLocations("classpath:/" + EditorFiles.FOLDER)
			.setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic())
			.resourceChain(false)
			.addResolver(new VersionResourceResolver().addFixedVersionStrategy(this.version, "/**"));
	}

}
