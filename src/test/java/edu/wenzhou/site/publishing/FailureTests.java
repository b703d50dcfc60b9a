package edu.wenzhou.site.publishing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import edu.wenzhou.site.audit.Actor;
import edu.wenzhou.site.publishing.Revision.Base;
import edu.wenzhou.site.staff.Role;
import edu.wenzhou.site.staff.Scope;
import edu.wenzhou.site.staff.StaffUser;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whichever statement of publishing or withdrawing fails, the database is as it was
 * before.
 */
class FailureTests extends PublishingTest {

	/** Statements of this thread until one fails; far away when none is to. */
	private static final ThreadLocal<AtomicInteger> left = ThreadLocal
		.withInitial(() -> new AtomicInteger(Integer.MAX_VALUE));

	private static final Actor ACTOR = new Actor(null, "", "192.0.2.1", "");

	private static final StaffUser EDITOR = user(1, Role.EDITOR);

	private static final StaffUser APPROVER = user(2, Role.APPROVER);

	@Autowired
	private Editing editing;

	@Autowired
	private Reviews reviews;

	@Autowired
	private Publication publication;

	@Test
	void publishingIsAllOrNothing() {
		long id = seeded("campus", "lucheng");
		Revision latest = this.store.latest(this.store.item(id));
		this.editing.save(EDITOR, ACTOR, id,
				latest.values().with("slug", "lucheng-moved").with("lead_zh", "新").with("sources", "鹿城校区"),
				new Base(latest.id(), latest.hash()), "", true);
		String hash = this.store.latest(this.store.item(id)).hash();
		this.reviews.submit(EDITOR, ACTOR, id, hash, "", null, null, Map.of());
		int statements = failingAtEach(() -> this.reviews.approve(APPROVER, ACTOR, id, hash, "好", null));
		assertThat(statements).isGreaterThan(15);
		assertThat(get("/campuses/lucheng-moved").statusCode()).isEqualTo(200);
	}

	@Test
	void withdrawingIsAllOrNothing() {
		long id = seeded("honour", this.tables.slugs(this.types.get("honour")).get(0));
		int statements = failingAtEach(() -> this.publication.withdraw(APPROVER, ACTOR, id, "原因", null));
		assertThat(statements).isGreaterThan(5);
		assertThat(this.store.item(id).isLive()).isFalse();
	}

	/** How many statements the step has; after the last round it is done. */
	private int failingAtEach(Runnable step) {
		String before = everything();
		for (int n = 1;; n++) {
			left.get().set(n);
			try {
				step.run();
				return n - 1;
			}
			catch (RuntimeException ex) {
				left.get().set(Integer.MAX_VALUE);
				assertThat(everything()).as("after statement %d failed: %s", n, ex.getMessage()).isEqualTo(before);
				assertThat(n).isLessThan(200);
			}
			finally {
				left.get().set(Integer.MAX_VALUE);
			}
		}
	}

	/** All tables that are not about people's sessions. */
	private String everything() {
		List<String> tables = this.jdbc
			.sql("""
					select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'
					and table_name !~ '^(spring_session.*|sign_in_failure|staff_.*|flyway.*)$' order by 1""")
			.query(String.class)
			.list();
		StringBuilder all = new StringBuilder();
		for (String table : tables) {
			all.append(table)
				.append(this.jdbc
					.sql("select coalesce(sum(hashtextextended(cast(t as text), 0)), 0) from " + table + " t")
					.query(String.class)
					.single())
				.append('\n');
		}
		return all.toString();
	}

	private static StaffUser user(long id, Role role) {
		return new StaffUser(-id, "user" + id, "user@college.example", "测试" + id, List.of(new Scope(role, null, null)));
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class FailingStatements {

		@Bean
		static BeanPostProcessor failing() {
			return new BeanPostProcessor() {
				@Override
				public Object postProcessAfterInitialization(Object bean, String name) {
					return (bean instanceof DataSource source) ? new Failing(source) : bean;
				}
			};
		}

	}

	/** Counts the statements that are run and lets one of them fail. */
	private static final class Failing extends DelegatingDataSource {

		private Failing(DataSource source) {
			super(source);
		}

		@Override
		public Connection getConnection() throws SQLException {
			Connection connection = super.getConnection();
			return proxy(Connection.class, connection);
		}

		private static <T> T proxy(Class<T> type, T target) {
			return type
				.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, (self, method, args) -> {
					if (method.getName().startsWith("execute") && left.get().decrementAndGet() == 0) {
						throw new SQLException("made to fail");
					}
					try {
						Object result = method.invoke(target, args);
						return (result instanceof PreparedStatement statement)
								? proxy(PreparedStatement.class, statement) : result;
					}
					catch (InvocationTargetException ex) {
						throw ex.getCause();
					}
				}));
		}

	}

}
