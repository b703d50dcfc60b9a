package edu.wenzhou.site.delivery;

import java.net.URI;
import java.util.EnumSet;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;

import edu.wenzhou.site.database.Breaker;
import edu.wenzhou.site.publishing.SiteGeneration;
import edu.wenzhou.site.web.CollegeProperties;
import edu.wenzhou.site.web.PublicAddresses;
import edu.wenzhou.site.web.PublicPages;
import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** Puts the parts together; none of them is there when pages are not to be kept. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "college.delivery.enabled", matchIfMissing = true)
class DeliveryConfiguration {

	/** The number of the content that this node knows of; -1 before it knows any. */
	private final AtomicLong generation = new AtomicLong(-1);

	@Bean
	Keys renditionKeys(ObjectProvider<PublicAddresses> addresses) {
		return new Keys(addresses::getObject);
	}

	@Bean
	Renditions renditions(DeliveryProperties properties) {
		return new Renditions(properties.memory().toBytes());
	}

	@Bean
	Mirror mirror(DeliveryProperties properties) {
		return new Mirror(properties.mirrorDir());
	}

	/**
	 * For visitors who wait for the newest; what is rendered ahead has its own thread.
	 */
	@Bean(defaultCandidate = false)
	ThreadPoolTaskExecutor renewalExecutor() {
		ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
		executor.setCorePoolSize(4);
		executor.setAllowCoreThreadTimeOut(true);
		executor.setThreadNamePrefix("renewal-");
		executor.setDaemon(true);
		return executor;
	}

	@Bean
	Renewals renewals(Renditions renditions, Mirror mirror, @Qualifier("renewalExecutor") Executor renewalExecutor) {
		return new Renewals(renditions, mirror, this.generation, renewalExecutor);
	}

	/** By the loopback address: the secret must not leave the machine. */
	@Bean
	ApplicationListener<WebServerInitializedEvent> renewalAddress(Renewals renewals) {
		return (event) -> {
			if (event.getApplicationContext().getServerNamespace() == null) {
				renewals.setSelf(URI.create("http://127.0.0.1:" + event.getWebServer().getPort()));
			}
		};
	}

	@Bean
	Warmer warmer(Renewals renewals, Renditions renditions, Mirror mirror, Keys keys, PublicPages pages,
			CollegeProperties college, Breaker breaker) {
		return new Warmer(renewals, renditions, mirror, keys, pages, college.baseUrl(), breaker, this.generation);
	}

	@Bean
	GenerationWatch generationWatch(SiteGeneration current, Warmer warmer) {
		return new GenerationWatch(current, this.generation, warmer);
	}

	/** Takes over the port that the waiting room has opened. */
	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> handingOn() {
		return (factory) -> {
			if (HandedOnProtocol.isOpen()) {
				factory.setProtocol(HandedOnProtocol.class.getName());
			}
		};
	}

	@Bean
	FilterRegistrationBean<RenditionFilter> renditionFilter(Renditions renditions, Renewals renewals, Mirror mirror,
			Keys keys, Breaker breaker) {
		FilterRegistrationBean<RenditionFilter> registration = new FilterRegistrationBean<>(
				new RenditionFilter(renditions, renewals, mirror, keys, breaker, this.generation));
		registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return registration;
	}

}
