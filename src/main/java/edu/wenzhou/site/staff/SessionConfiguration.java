package edu.wenzhou.site.staff;

import java.nio.charset.StandardCharsets;

import edu.wenzhou.site.web.CollegeProperties;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.session.SessionIdGenerator;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** Sessions in PostgreSQL, for the back office alone. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

	/** 216 bits, as text just as long as the column; a UUID would have 122. */
	private static final int ID_BYTES = 27;

	/**
	 * Boot would put sessions around every request. Only the filter chain of the back
	 * office knows them, so no public page can open one.
	 */
	@Bean
	static BeanPostProcessor noSessionsInPublic() {
		return new BeanPostProcessor() {
			@Override
			public Object postProcessBeforeInitialization(Object bean, String name) {
				if ("sessionRepositoryFilterRegistration".equals(name)) {
					((DelegatingFilterProxyRegistrationBean) bean).setEnabled(false);
				}
				return bean;
			}
		};
	}

	/**
	 * Browsers take a {@code __Host-} cookie from HTTPS only, for this host and the whole
	 * of it; public pages ignore it.
	 */
	@Bean
	CookieSerializer sessionCookie(CollegeProperties properties) {
		DefaultCookieSerializer cookie = new DefaultCookieSerializer();
		cookie.setCookieName(properties.https() ? "__Host-SESSION" : "SESSION");
		cookie.setCookiePath("/");
		cookie.setUseSecureCookie(properties.https());
		cookie.setUseHttpOnlyCookie(true);
		cookie.setSameSite("Lax");
		cookie.setUseBase64Encoding(false);
		return cookie;
	}

	@Bean
	SessionIdGenerator sessionIds() {
		return () -> Secrets.token(ID_BYTES);
	}

	@Bean
	SessionRepositoryCustomizer<JdbcIndexedSessionRepository> idleTime() {
		return (sessions) -> sessions.setDefaultMaxInactiveInterval(StaffSessions.IDLE);
	}

	/**
	 * Sessions hold strings and nothing else, so no object is ever made of bytes from the
	 * database.
	 */
	@Bean
	ConversionService springSessionConversionService() {
		GenericConversionService strings = new GenericConversionService();
		strings.addConverter(Object.class, byte[].class, (value) -> ((String) value).getBytes(StandardCharsets.UTF_8));
		strings.addConverter(byte[].class, Object.class, (bytes) -> new String(bytes, StandardCharsets.UTF_8));
		return strings;
	}

}
