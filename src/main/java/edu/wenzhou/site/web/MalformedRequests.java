package edu.wenzhou.site.web;

import java.io.IOException;
import java.io.Writer;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.util.HtmlUtils;

/**
 * Requests so malformed ({@code /%zz}) that Tomcat refuses them before any filter or
 * controller: the visitor still gets a page of ours and not the server's.
 */
@Configuration(proxyBeanMethods = false)
class MalformedRequests {

	/** Last, so that our valve comes before the one that Boot adds. */
	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE)
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> pageForMalformedRequests(MessageSource messages,
			CollegeProperties properties, ObjectProvider<ResourceUrlProvider> urls) {
		return (factory) -> factory.addContextCustomizers(
				(context) -> context.getParent().getPipeline().addValve(new Report(messages, properties, urls)));
	}

	/** A small page without menu: there is no request that a template could work with. */
	private static final class Report extends ErrorReportValve {

		private static final String PAGE = """
				<!DOCTYPE html>
				<html lang="%6$s">
				<head>
				<meta charset="utf-8">
				<meta name="viewport" content="width=device-width, initial-scale=1">
				<title>%1$s · %3$s</title>
				<meta name="robots" content="noindex">
				<link rel="stylesheet" href="%5$s">
				</head>
				<body>
				<header class="top"><div class="wrap"><a class="wordmark" href="%7$s">%3$s</a></div></header>
				<main id="main_content" class="wrap">
				<header class="page-head"><h1>%1$s</h1><p class="lead">%2$s</p></header>
				<p><a href="%7$s">%4$s</a></p>
				</main>
				</body>
				</html>
				""";

		private final MessageSource messages;

		private final CollegeProperties properties;

		private final ObjectProvider<ResourceUrlProvider> urls;

		private Report(MessageSource messages, CollegeProperties properties, ObjectProvider<ResourceUrlProvider> urls) {
			this.messages = messages;
			this.properties = properties;
			this.urls = urls;
		}

		@Override
		protected void report(Request request, Response response, Throwable throwable) {
			if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
				return;
			}
			Language language = Language.at(request.getRequestURI());
			String kind = (response.getStatus() < 500) ? "error.400." : "error.500.";
			try {
				PublicHeaders.headers(this.properties)
					.forEach((header) -> response.setHeader(header.getName(), header.getValues().get(0)));
				response.setContentType("text/html");
				response.setCharacterEncoding("utf-8");
				response.setLocale(language.locale());
				Writer writer = response.getReporter();
				if (writer != null) {
					writer.write(PAGE.formatted(text(kind + "title", language), text(kind + "text", language),
							text("site.name", language), text("layout.front", language), styleSheet(), language.tag(),
							language.address("/")));
					response.finishResponse();
				}
			}
			catch (IOException ex) {
				// The visitor has gone; nobody is left to tell
			}
		}

		private String styleSheet() {
			String versioned = this.urls.getObject().getForLookupPath("/css/site.css");
			return (versioned != null) ? versioned : "/css/site.css";
		}

		private String text(String key, Language language) {
			return HtmlUtils.htmlEscape(this.messages.getMessage(key, null, language.locale()));
		}

	}

}
