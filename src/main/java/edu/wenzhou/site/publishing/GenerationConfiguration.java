package edu.wenzhou.site.publishing;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.repository.core.support.RepositoryFactoryBeanSupport;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.Assert;

/** Repositories whose methods are {@link KeptPerGeneration}. */
@Configuration(proxyBeanMethods = false)
class GenerationConfiguration {

	@Bean
	static BeanPostProcessor keptPerGeneration(ObjectProvider<SiteGeneration> generation) {
		return new BeanPostProcessor() {
			@Override
			public Object postProcessBeforeInitialization(Object bean, String name) {
				if (bean instanceof RepositoryFactoryBeanSupport<?, ?, ?> factory) {
					factory.addRepositoryFactoryCustomizer(
							(made) -> made.addRepositoryProxyPostProcessor((proxy, repository) -> {
								Keeper keeper = Keeper.of(repository.getRepositoryInterface(), generation);
								if (keeper != null) {
									// Ahead of the transaction that the answer would need
									proxy.addAdvice(0, keeper);
								}
							}));
				}
				return bean;
			}
		};
	}

	private record Keeper(Map<Method, PerGeneration<Object>> kept) implements MethodInterceptor {

		/** Null for a repository that keeps nothing. */
		static Keeper of(Class<?> repository, ObjectProvider<SiteGeneration> generation) {
			Map<Method, PerGeneration<Object>> kept = new ConcurrentHashMap<>();
			for (Method method : repository.getMethods()) {
				if (method.isAnnotationPresent(KeptPerGeneration.class)) {
					Assert.state(method.getParameterCount() == 0, () -> method + " has parameters and cannot be kept");
					kept.put(method, new PerGeneration<>(generation.getObject()));
				}
			}
			return kept.isEmpty() ? null : new Keeper(kept);
		}

		@Override
		public Object invoke(MethodInvocation call) throws Throwable {
			PerGeneration<Object> one = this.kept.get(call.getMethod());
			// What a transaction reads belongs to its state and its session
			return (one != null && !TransactionSynchronizationManager.isActualTransactionActive())
					? one.get(() -> proceed(call)) : call.proceed();
		}

		/** A repository throws nothing that is checked. */
		private static Object proceed(MethodInvocation call) {
			try {
				return call.proceed();
			}
			catch (RuntimeException | Error ex) {
				throw ex;
			}
			catch (Throwable ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

}
