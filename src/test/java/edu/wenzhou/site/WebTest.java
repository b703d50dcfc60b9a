package edu.wenzhou.site;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A test of the running site as visitors meet it: over HTTP, on a real PostgreSQL that
 * the seeds filled. All share one application context.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "college.base-url=" + WebTest.BASE_URL, "college.publishing.emergency=true",
				"spring.mail.host=${test.mail.host:127.0.0.1}", "college.mail.from=" + TestMail.FROM,
				"spring.mail.properties.mail.smtp.starttls.required=false",
				"spring.jpa.properties.hibernate.generate_statistics=true",
				"logging.level.org.hibernate.engine.internal.StatisticalLoggingSessionEventListener=warn",
				"logging.level.org.hibernate.session.metrics=warn" })
public abstract class WebTest extends HttpTest {

	/** Where the site says that it is; it never is there in a test. */
	public static final String BASE_URL = "https://college.example";

	@DynamicPropertySource
	static void fonts(DynamicPropertyRegistry registry) {
		registry.add("college.pdf.fonts", TestFonts::find);
	}

	@DynamicPropertySource
	static void mail(DynamicPropertyRegistry registry) {
		registry.add("spring.mail.port", TestMail::port);
	}

	@DynamicPropertySource
	static void database(DynamicPropertyRegistry registry) {
		registry.add("spring.datasource.url", TestDatabase::url);
		registry.add("spring.datasource.username", () -> TestDatabase.USERNAME);
		registry.add("spring.datasource.password", () -> TestDatabase.PASSWORD);
	}

}
