package edu.wenzhou.site.publishing;

import java.util.List;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PublishingProperties.class)
@EnableScheduling
class PublishingConfiguration {

	@Bean
	TypedTables typedTables(JdbcClient jdbc, Passages passages) {
		return new TypedTables(jdbc, passages);
	}

	@Bean
	Publications publications(JdbcClient jdbc, List<ContentType> types, List<Mentions> mentions) {
		return new Publications(jdbc, types, mentions);
	}

}
