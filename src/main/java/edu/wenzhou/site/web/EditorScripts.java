package edu.wenzhou.site.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.util.StringUtils;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;
import org.springframework.web.servlet.resource.TransformedResource;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * The scripts of the text editor: ours from {@code editor/} and one file of each
 * ProseMirror WebJar, side by side below {@code /js/editor/}. Browsers cannot import by a
 * bare name without an inline import map, which the policy forbids, so
 * {@code from "prosemirror-model"} becomes {@code from "./prosemirror-model.js"}. All
 * share one version in their address, a hash over all of them, so that every file may be
 * kept for ever and an old one never meets a new one.
 */
@Configuration(proxyBeanMethods = false)
class EditorScripts implements WebMvcConfigurer, ResourceResolver {

	private static final List<String> PARTS = List.of("orderedmap", "prosemirror-commands", "prosemirror-dropcursor",
			"prosemirror-gapcursor", "prosemirror-history", "prosemirror-keymap", "prosemirror-model",
			"prosemirror-schema-list", "prosemirror-state", "prosemirror-tables", "prosemirror-transform",
			"prosemirror-view", "rope-sequence", "w3c-keyname");

	private static final Pattern IMPORT = Pattern.compile("\\bfrom ([\"'])(" + String.join("|", PARTS) + ")\\1");

	private final Map<String, Resource> files = new TreeMap<>();

	private final String version;

	EditorScripts() throws IOException {
		PathMatchingResourcePatternResolver classpath = new PathMatchingResourcePatternResolver();
		for (Resource own : classpath.getResources("classpath:editor/*.js")) {
			add(own.getFilename(), own);
		}
		for (String part : PARTS) {
			add(part + ".js", only(classpath, part));
		}
		this.version = hash(this.files);
	}

	private void add(String name, Resource file) throws IOException {
		Matcher imports = IMPORT.matcher(file.getContentAsString(StandardCharsets.UTF_8));
		String text = imports.replaceAll((match) -> "from \"./" + match.group(2) + ".js\"");
		this.files.put(name, new TransformedResource(file, text.getBytes(StandardCharsets.UTF_8)));
	}

	private static Resource only(PathMatchingResourcePatternResolver classpath, String part) throws IOException {
		String folder = "classpath*:META-INF/resources/webjars/" + part + "/*/";
		Resource[] found = classpath.getResources(folder + ("w3c-keyname".equals(part) ? "index.js" : "dist/index.js"));
		if (found.length != 1) {
			throw new IllegalStateException("The text editor needs one " + part + " and found " + List.of(found));
		}
		return found[0];
	}

	private static String hash(Map<String, Resource> files) throws IOException {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			for (Resource file : files.values()) {
				digest.update(file.getContentAsByteArray());
			}
			return HexFormat.of().formatHex(digest.digest(), 0, 16);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void addResourceHandlers(ResourceHandlerRegistry registry) {
		// Boot serves whole WebJars there, and Tomcat behind it
		registry.addResourceHandler("/webjars/**").addResourceLocations("classpath:/none/");
		registry.addResourceHandler("/js/editor/**")
			.addResourceLocations("classpath:/editor/")
			.setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic())
			.resourceChain(false)
			.addResolver(new VersionResourceResolver().addFixedVersionStrategy(this.version, "/**"))
			.addResolver(this);
	}

	@Override
	public Resource resolveResource(HttpServletRequest request, String path, List<? extends Resource> locations,
			ResourceResolverChain chain) {
		// Without the version what is left begins with a slash
		return this.files.get(StringUtils.trimLeadingCharacter(path, '/'));
	}

	@Override
	public String resolveUrlPath(String path, List<? extends Resource> locations, ResourceResolverChain chain) {
		return this.files.containsKey(path) ? path : null;
	}

}
