package edu.wenzhou.site.database;

import java.sql.Connection;
import java.sql.SQLException;

import com.zaxxer.hikari.HikariDataSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Puts the breaker in front of the pool, for everybody. */
@Configuration(proxyBeanMethods = false)
class BreakerConfiguration {

	@Bean
	static BeanPostProcessor guardedPool(ObjectProvider<Breaker> breaker) {
		return new BeanPostProcessor() {
			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				return (bean instanceof HikariDataSource pool) ? new GuardedPool(pool, breaker.getObject()) : bean;
			}
		};
	}

	private static final class GuardedPool extends DelegatingDataSource {

		private final Breaker breaker;

		private GuardedPool(HikariDataSource pool, Breaker breaker) {
			super(pool);
			this.breaker = breaker;
		}

		@Override
		public Connection getConnection() throws SQLException {
			return this.breaker.connection(obtainTargetDataSource());
		}

	}

}
