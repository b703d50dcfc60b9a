package edu.wenzhou.site.publishing;

import java.util.List;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.task.ThreadPoolTaskSchedulerBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PublishingProperties.class)
@EnableScheduling
class PublishingConfiguration {

	/**
	 * Threads of the system also where requests have virtual ones: Spring's scheduler for
	 * those runs what has a fixed delay one after the other, and a search engine that
	 * lets the push wait would hold up what is to be published at its time.
	 */
	@Bean
	ThreadPoolTaskScheduler taskScheduler(ThreadPoolTaskSchedulerBuilder builder) {
		return builder.build();
	}

	@Bean
	TypedTables typedTables(JdbcClient jdbc, Passages passages) {
		return new TypedTables(jdbc, passages);
	}

	@Bean
	Publications publications(JdbcClient jdbc, List<ContentType> types, List<Mentions> mentions) {
		return new Publications(jdbc, types, mentions);
	}

}
