package edu.wenzhou.site.web;

import java.io.IOException;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The public side: reading is open to everybody, nothing else is possible, but for those
 * who were sent a link to a preview and are asked what they think of it. No session, no
 * cookie, no token.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	@Bean
	SecurityFilterChain publicSite(HttpSecurity http) throws Exception {
		return http
			.authorizeHttpRequests((requests) -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
				.permitAll()
				.requestMatchers(HttpMethod.GET)
				.permitAll()
				.requestMatchers(HttpMethod.HEAD)
				.permitAll()
				// What those say who were sent a link to a preview: the link allows it
				.requestMatchers(HttpMethod.POST, "/preview/*")
				.permitAll()
				.anyRequest()
				.denyAll())
			.exceptionHandling((exceptions) -> exceptions
				.authenticationEntryPoint((request, response, exception) -> refuse(request, response))
				.accessDeniedHandler((request, response, exception) -> refuse(request, response)))
			// PublicHeaders writes them, also where this chain does not reach
			.headers(AbstractHttpConfigurer::disable)
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.csrf(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.build();
	}

	/**
	 * Nobody signs in yet. Declaring the manager keeps Boot from inventing a user with a
	 * password in the log.
	 */
	@Bean
	AuthenticationManager nobody() {
		return (authentication) -> null;
	}

	/**
	 * Only methods are refused here, so the honest answer is 405 with those that work.
	 */
	private static void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
		response.setHeader(HttpHeaders.ALLOW, "GET, HEAD");
		response.sendError(HttpStatus.METHOD_NOT_ALLOWED.value());
	}

}
