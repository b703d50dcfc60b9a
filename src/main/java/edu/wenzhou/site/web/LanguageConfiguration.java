package edu.wenzhou.site.web;

import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Controller;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.handler.MappedInterceptor;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** The language of a page is in its address and nowhere else: see {@link Language}. */
@Configuration(proxyBeanMethods = false)
class LanguageConfiguration {

	/** Before security, whose refusals are pages of a language too. */
	@Bean
	FilterRegistrationBean<LanguageFilter> languageFilter() {
		FilterRegistrationBean<LanguageFilter> registration = new FilterRegistrationBean<>(new LanguageFilter());
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 3);
		return registration;
	}

	@Bean
	LocaleResolver localeResolver() {
		return new LocaleResolver() {
			@Override
			public Locale resolveLocale(HttpServletRequest request) {
				return LanguageFilter.language(request).locale();
			}

			@Override
			public void setLocale(HttpServletRequest request, HttpServletResponse response, Locale locale) {
				throw new UnsupportedOperationException("The address decides the language");
			}
		};
	}

	/**
	 * Only pages have a language. Static files and health probes, which other handlers
	 * answer, are not found a second time below a prefix. A bean, since those handlers
	 * know no {@code WebMvcConfigurer}.
	 */
	@Bean
	MappedInterceptor pagesOnly() {
		return new MappedInterceptor(null, new HandlerInterceptor() {
			@Override
			public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
				if (LanguageFilter.language(request) != Language.CHINESE && !isPage(handler)) {
					throw new NotFoundException();
				}
				return true;
			}
		});
	}

	private static boolean isPage(Object handler) {
		Class<?> type = (handler instanceof HandlerMethod method) ? method.getBeanType() : handler.getClass();
		return AnnotatedElementUtils.hasAnnotation(type, Controller.class);
	}

	@Autowired
	void linksStayInTheLanguage(SpringTemplateEngine engine) {
		engine.setLinkBuilder(new LanguageLinks());
	}

}
