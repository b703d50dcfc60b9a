package edu.wenzhou.site.web;

import java.time.Clock;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.UrlHandlerFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.support.DefaultHandlerExceptionResolver;
import org.thymeleaf.cache.StandardCacheManager;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

	/** Where files stand that are the same for everybody, in every language. */
	static final List<String> STATIC_FILES = List.of("/css/", "/js/", "/img/");

	/** In the back office. Of the public's other spellings {@link Moves} takes care. */
	@Bean
	FilterRegistrationBean<UrlHandlerFilter> trailingSlash() {
		FilterRegistrationBean<UrlHandlerFilter> registration = new FilterRegistrationBean<>(
				UrlHandlerFilter.trailingSlashHandler("/staff/**").redirect(HttpStatus.MOVED_PERMANENTLY).build());
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
		return registration;
	}

	/**
	 * All templates together have some three thousand expressions and six hundred
	 * fragments. Those beyond what is kept (500 and 200 are usual) would be parsed, and
	 * compiled, again for each page.
	 */
	@Autowired
	void keepAllTemplates(SpringTemplateEngine engine) {
		StandardCacheManager caches = new StandardCacheManager();
		caches.setTemplateCacheMaxSize(2_000);
		caches.setExpressionCacheMaxSize(10_000);
		caches.setExpressionCacheUseSoftReferences(false);
		engine.setCacheManager(caches);
	}

	@Autowired
	void variablesStayWithTheirTemplate(ThymeleafViewResolver views) {
		views.setViewClass(TemplateView.class);
	}

	/** The time, for whatever depends on it. */
	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

	@Override
	public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
		resolvers.replaceAll(
				(resolver) -> (resolver instanceof DefaultHandlerExceptionResolver) ? new FaultResolver() : resolver);
	}

	/**
	 * Pages may be kept, but must be asked for again: an edit shows at once. Nobody on
	 * the way is to make another page of them, as some search engines do for phones.
	 */
	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(new HandlerInterceptor() {
			@Override
			public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
				// The back office has said already that nothing of it may be kept
				if (!response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
					response.setHeader(HttpHeaders.CACHE_CONTROL,
							CacheControl.noCache().noTransform().getHeaderValue());
				}
				return true;
			}

			@Override
			public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
					ModelAndView view) {
				if (view != null && view.getModel().get("page") instanceof Page page && page.changed() != null) {
					response.setDateHeader(HttpHeaders.LAST_MODIFIED, page.changed().toEpochMilli());
				}
				if (view != null) {
					Rendering.stopIfUnseen(request, view);
				}
			}
		}).excludePathPatterns(STATIC_FILES.stream().map((folder) -> folder + "**").toList());
	}

}
