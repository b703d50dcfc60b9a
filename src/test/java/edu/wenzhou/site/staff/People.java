package edu.wenzhou.site.staff;

import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Makes accounts that exist for one test, with passwords that only it knows. */
public final class People {

	private final JdbcClient jdbc;

	public People(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Forgets who tried to sign in: all tests come from one address. */
	public void forgive() {
		this.jdbc.sql("delete from sign_in_failure").update();
	}

	/** Somebody with these roles. */
	public Person person(String displayName, Scope... scopes) {
		String name = "test-" + UUID.randomUUID().toString().substring(0, 8);
		String password = UUID.randomUUID().toString();
		Person person = new Person(0, name, password, displayName);
		long id = this.jdbc.sql("""
				insert into staff_account (user_name, email, display_name, password_hash, password_changed_at)
				values (:name, :email, :displayName, :hash, now()) returning id""")
			.param("name", name)
			.param("email", person.email())
			.param("displayName", displayName)
			.param("hash", "{argon2}" + new Argon2PasswordEncoder(16, 32, 1, 19456, 2).encode(password))
			.query(Long.class)
			.single();
		for (Scope scope : scopes) {
			this.jdbc.sql("insert into staff_role_grant (account_id, role, section, item_id) values (?, ?, ?, ?)")
				.params(id, scope.role().name(), (scope.section() != null) ? scope.section().name() : null,
						scope.item())
				.update();
		}
		return new Person(id, name, password, displayName);
	}

}
