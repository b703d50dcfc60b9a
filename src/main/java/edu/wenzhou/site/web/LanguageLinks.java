package edu.wenzhou.site.web;

import java.util.Map;

import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.AbstractLinkBuilder;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;

/**
 * Links of templates stay in the language of their page: <code>@{/schools}</code> is
 * {@code /en/schools} on an English one. Static files have one address for all.
 */
class LanguageLinks extends AbstractLinkBuilder {

	private final StandardLinkBuilder standard = new StandardLinkBuilder();

	@Override
	public String buildLink(IExpressionContext context, String base, Map<String, Object> parameters) {
		return this.standard.buildLink(context, isPage(base) ? Language.of(context.getLocale()).address(base) : base,
				parameters);
	}

	private static boolean isPage(String base) {
		return base != null && base.startsWith("/") && !base.startsWith("//")
				&& WebConfiguration.STATIC_FILES.stream().noneMatch(base::startsWith);
	}

}
