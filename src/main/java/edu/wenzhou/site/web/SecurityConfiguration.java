package edu.wenzhou.site.web;

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
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.CrossOriginEmbedderPolicyHeaderWriter.CrossOriginEmbedderPolicy;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/**
 * The public side: reading is open to everybody, nothing else is possible. No session, no
 * cookie, no token; the reasons for each header are in {@code docs/security.md}.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
			+ "img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; "
			+ "base-uri 'none'; object-src 'none'; frame-ancestors 'none'";

	private static final long ONE_YEAR_IN_SECONDS = 31536000;

	@Bean
	SecurityFilterChain publicSite(HttpSecurity http, CollegeProperties properties) throws Exception {
		return http
			.authorizeHttpRequests((requests) -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
				.permitAll()
				.requestMatchers(HttpMethod.GET)
				.permitAll()
				.requestMatchers(HttpMethod.HEAD)
				.permitAll()
				.anyRequest()
				.denyAll())
			.exceptionHandling((exceptions) -> exceptions
				.authenticationEntryPoint((request, response, exception) -> refuse(request, response))
				.accessDeniedHandler((request, response, exception) -> refuse(request, response)))
			.headers((headers) -> {
				headers.cacheControl((cache) -> cache.disable())
					.frameOptions(FrameOptionsConfig::deny)
					.contentSecurityPolicy((policy) -> policy.policyDirectives(
							CONTENT_SECURITY_POLICY + (properties.https() ? "; upgrade-insecure-requests" : "")))
					.referrerPolicy((policy) -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
					.crossOriginOpenerPolicy((policy) -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
					.crossOriginResourcePolicy((policy) -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
					.crossOriginEmbedderPolicy((policy) -> policy.policy(CrossOriginEmbedderPolicy.REQUIRE_CORP))
					.permissionsPolicyHeader(
							(policy) -> policy.policy("camera=(), microphone=(), geolocation=(), browsing-topics=()"));
				if (properties.https()) {
					headers.httpStrictTransportSecurity((hsts) -> hsts.requestMatcher(AnyRequestMatcher.INSTANCE)
						.includeSubDomains(true)
						.maxAgeInSeconds(ONE_YEAR_IN_SECONDS));
				}
				else {
					headers.httpStrictTransportSecurity((hsts) -> hsts.disable());
				}
			})
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
	private static void refuse(HttpServletRequest request, HttpServletResponse response) throws java.io.IOException {
		response.setHeader(HttpHeaders.ALLOW, "GET, HEAD");
		response.sendError(HttpStatus.METHOD_NOT_ALLOWED.value());
	}

}
