package edu.wenzhou.site.database;

import com.zaxxer.hikari.HikariDataSource;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.PriorityOrdered;

/** Puts the breaker in front of the pool, for everybody. */
@Configuration(proxyBeanMethods = false)
class BreakerConfiguration {

	@Bean
	static BeanPostProcessor breaker() {
		return new Wrapping();
	}

	private static final class Wrapping implements BeanPostProcessor, PriorityOrdered {

		@Override
		public Object postProcessAfterInitialization(Object bean, String name) {
			return (bean instanceof HikariDataSource pool) ? new Breaker(pool) : bean;
		}

		/** After those that look at the pool as such. */
		@Override
		public int getOrder() {
			return LOWEST_PRECEDENCE;
		}

	}

}
