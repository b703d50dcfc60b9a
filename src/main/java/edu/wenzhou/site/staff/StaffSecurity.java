package edu.wenzhou.site.staff;

import java.util.Set;

import edu.wenzhou.site.audit.AuditTrail;
import edu.wenzhou.site.web.ErrorLook;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.session.DisableEncodeUrlFilter;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.ui.Model;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.handler.MappedInterceptor;

/**
 * The filter chain of the back office. Whatever is not named here needs somebody who has
 * signed in; the table in {@code docs/security.md} says who may do what, and a test holds
 * it against the running site.
 */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class StaffSecurity {

	@Bean
	@Order(1)
	SecurityFilterChain backOffice(HttpSecurity http, FindByIndexNameSessionRepository<? extends Session> repository,
			CookieSerializer cookie, StaffSessions sessions, StaffAccountRepository accounts, FormTokens tokens,
			AuditTrail trail, JdbcClient jdbc, LocaleResolver language) throws Exception {
		Doorkeeper doorkeeper = new Doorkeeper(trail);
		return http.securityMatcher("/staff/**")
			.authorizeHttpRequests((requests) -> requests.requestMatchers("/staff/sign-in", "/staff/link/*")
				.permitAll()
				.requestMatchers("/staff/accounts/**", "/staff/audit*")
				.hasRole(Role.ADMINISTRATOR.name())
				.anyRequest()
				.authenticated())
			.exceptionHandling(
					(exceptions) -> exceptions.authenticationEntryPoint(doorkeeper).accessDeniedHandler(doorkeeper))
			.csrf((csrf) -> csrf.csrfTokenRepository(tokens))
			// Outermost, in this order
			.addFilterBefore(new StaffDoorFilter(jdbc, language), DisableEncodeUrlFilter.class)
			.addFilterBefore(AttendedSessions.filter(repository, cookie), DisableEncodeUrlFilter.class)
			.addFilterBefore(new SignedInFilter(sessions, accounts), CsrfFilter.class)
			// The session holds an account's number; what it means is found out by our
			// filter
			.securityContext(
					(context) -> context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
			.sessionManagement(AbstractHttpConfigurer::disable)
			// PublicHeaders writes them
			.headers(AbstractHttpConfigurer::disable)
			// The page asked for is in the address of the sign-in page instead
			.requestCache(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.build();
	}

	@Bean
	MappedInterceptor whatPagesShow(MessageSource messages) {
		return new MappedInterceptor(new String[] { "/staff/**" }, new StaffPageModel(messages));
	}

	@Bean
	ErrorLook errorsOfTheBackOffice() {
		return new ErrorLook() {
			@Override
			public boolean covers(String path) {
				return path.equals("/staff") || path.startsWith("/staff/");
			}

			@Override
			public String template(HttpServletRequest request, Model model) {
				HeldPage held = HeldPage.of(request);
				if (held != null && (held.form() != null || held.reason() == HeldPage.Reason.EXPIRED)) {
					return held.fill(model);
				}
				if (HeldPage.isFromOldPage(request)) {
					model.addAttribute("explained", "old");
				}
				model.addAttribute("upload", held != null);
				return "staff/error";
			}

			@Override
			public Set<HttpStatus> explained() {
				return Set.of(HttpStatus.FORBIDDEN, HttpStatus.NOT_FOUND, HttpStatus.METHOD_NOT_ALLOWED,
						HttpStatus.CONTENT_TOO_LARGE, HttpStatus.SERVICE_UNAVAILABLE);
			}
		};
	}

}
