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

	/** Puts the hash of a static file into its address. */
	private final StandardLinkBuilder files = new StandardLinkBuilder();

	private final StandardLinkBuilder pages = new PageLinks();

	@Override
	public String buildLink(IExpressionContext context, String base, Map<String, Object> parameters) {
		return isPage(base) ? this.pages.buildLink(context, Language.of(context.getLocale()).address(base), parameters)
				: this.files.buildLink(context, base, parameters);
	}

	private static boolean isPage(String base) {
		return base != null && base.startsWith("/") && !base.startsWith("//")
				&& WebConfiguration.STATIC_FILES.stream().noneMatch(base::startsWith);
	}

	/**
	 * Without the servlet's say in the matter: Spring would look for a static file of
	 * that name in every jar, which took more than half of the time for a page.
	 */
	private static final class PageLinks extends StandardLinkBuilder {

		@Override
		protected String processLink(IExpressionContext context, String link) {
			return link;
		}

	}

}
