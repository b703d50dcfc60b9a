package edu.wenzhou.site.web;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Which addresses the public site answers and what parameters they take, without
 * rendering anything.
 */
@Component
public class PublicAddresses {

	private static final String NOT_PUBLIC = "/(staff|preview|error)(/.*)?";

	/** In characters; longer ones are not typed into a form of ours. */
	private static final int LONGEST_VALUE = 200;

	private final ObjectProvider<RequestMappingHandlerMapping> mappings;

	private final PublicPages pages;

	PublicAddresses(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings,
			PublicPages pages) {
		this.mappings = mappings;
		this.pages = pages;
	}

	/**
	 * Whether a page or file that is always there stands at a path; takes no statement.
	 * @param path without language, decoded
	 */
	boolean isFixed(String path) {
		return !path.matches(NOT_PUBLIC)
				&& handlers(path, (pattern) -> !pattern.hasPatternSyntax()).findAny().isPresent();
	}

	/**
	 * Whether something stands at a path: a page, or a file of a fixed name. Takes one
	 * statement at most.
	 * @param path without language, decoded
	 */
	public boolean answers(String path) {
		return isFixed(path) || !path.matches(NOT_PUBLIC) && this.pages.changed(path).isPresent();
	}

	/** Those of some paths at which something stands, in one statement. */
	public Set<String> among(Collection<String> paths) {
		Set<String> found = new HashSet<>(this.pages.among(paths));
		paths.stream().filter(this::isFixed).forEach(found::add);
		return found;
	}

	/**
	 * The part of a query that the page at a path has a use for, always in the same order
	 * and with its {@code ?}; empty without one.
	 * @param path without language, decoded
	 */
	public String query(String path, Map<String, String[]> parameters) {
		Map<String, String> kept = new LinkedHashMap<>();
		handlers(path, (pattern) -> true).findFirst().ifPresent((handler) -> names(handler).forEach((name) -> {
			String[] values = parameters.get(name);
			if (values != null && !values[0].isBlank() && values[0].length() <= LONGEST_VALUE) {
				kept.put(name, values[0]);
			}
		}));
		UriComponentsBuilder query = UriComponentsBuilder.newInstance();
		kept.keySet().forEach((name) -> query.queryParam(name, "{" + name + "}"));
		return query.encode().buildAndExpand(kept).toUriString();
	}

	private Stream<HandlerMethod> handlers(String path, Predicate<PathPattern> which) {
		PathContainer parsed = PathContainer.parsePath(UriUtils.encodePath(path, StandardCharsets.UTF_8));
		return this.mappings.getObject()
			.getHandlerMethods()
			.entrySet()
			.stream()
			.filter((entry) -> patterns(entry.getKey())
				.anyMatch((pattern) -> which.test(pattern) && pattern.matches(parsed)))
			.sorted((one, other) -> Boolean.compare(variable(one.getKey()), variable(other.getKey())))
			.map(Map.Entry::getValue);
	}

	private static boolean variable(RequestMappingInfo mapping) {
		return patterns(mapping).allMatch(PathPattern::hasPatternSyntax);
	}

	private static Stream<PathPattern> patterns(RequestMappingInfo mapping) {
		return (mapping.getPathPatternsCondition() != null) ? mapping.getPathPatternsCondition().getPatterns().stream()
				: Stream.empty();
	}

	/** Of single parameters, and of records that hold several. */
	private static List<String> names(HandlerMethod handler) {
		return Arrays.stream(handler.getMethodParameters()).flatMap(PublicAddresses::names).toList();
	}

	private static Stream<String> names(MethodParameter parameter) {
		RequestParam named = parameter.getParameterAnnotation(RequestParam.class);
		if (named != null) {
			return Stream.of(StringUtils.hasText(named.name()) ? named.name() : parameter.getParameter().getName());
		}
		return parameter.getParameterType().isRecord()
				? Arrays.stream(parameter.getParameterType().getRecordComponents()).map(RecordComponent::getName)
				: Stream.empty();
	}

}
