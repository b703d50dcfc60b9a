package edu.wenzhou.site;

import java.util.ArrayList;
import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import jakarta.persistence.EntityManagerFactory;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A test of the running site as visitors meet it: over HTTP, on a real PostgreSQL that
 * the seeds filled. All share one application context.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "college.base-url=" + WebTest.BASE_URL, "college.publishing.emergency=true",
				"college.discovery.push.indexnow.key=" + WebTest.INDEXNOW_KEY,
				"college.discovery.push.baidu.token=" + WebTest.BAIDU_TOKEN,
				// Only when a test says so, and then somewhere else
				"college.discovery.push.every=1d", "college.discovery.push.indexnow.endpoint=http://127.0.0.1:9/",
				"college.discovery.push.baidu.endpoint=http://127.0.0.1:9/", "college.discovery.misses-every=1d",
				"college.watch.every=1d", "college.media.read-every=1d", "college.links.check-elsewhere=true",
				"spring.mail.host=${test.mail.host:127.0.0.1}", "college.mail.from=" + TestMail.FROM,
				"spring.mail.properties.mail.smtp.starttls.required=false",
				"spring.jpa.properties.hibernate.generate_statistics=true",
				"logging.level.org.hibernate.engine.internal.StatisticalLoggingSessionEventListener=warn",
				"logging.level.org.hibernate.session.metrics=warn" })
public abstract class WebTest extends HttpTest {

	/** Where the site says that it is; it never is there in a test. */
	public static final String BASE_URL = "https://college.example";

	public static final String INDEXNOW_KEY = "made-up-key-0123456789";

	public static final String BAIDU_TOKEN = "made-up-token-0123456789";

	@Autowired
	private EntityManagerFactory factory;

	@DynamicPropertySource
	static void fonts(DynamicPropertyRegistry registry) {
		registry.add("college.pdf.fonts", TestFonts::find);
		registry.add("college.share.fonts", TestFonts::pictures);
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

	/**
	 * By Hibernate and past it, all that a visit takes; not what the clock does
	 * meanwhile.
	 */
	protected List<String> statements(Runnable visit) {
		Logger logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
		ListAppender<ILoggingEvent> log = new ListAppender<>() {

			@Override
			protected void append(ILoggingEvent event) {
				// While its thread is still this one
				event.prepareForDeferredProcessing();
				super.append(event);
			}

		};
		log.start();
		Level level = logger.getLevel();
		logger.addAppender(log);
		logger.setLevel(Level.DEBUG);
		logger.setAdditive(false);
		Statistics statistics = this.factory.unwrap(SessionFactory.class).getStatistics();
		statistics.clear();
		try {
			visit.run();
		}
		finally {
			logger.setAdditive(true);
			logger.setLevel(level);
			logger.detachAppender(log);
		}
		List<String> statements = new ArrayList<>(List.copyOf(log.list)
			.stream()
			.filter((event) -> event.getFormattedMessage().startsWith("Executing prepared SQL statement")
					&& event.getThreadName().contains("-exec-"))
			// Lists of numbers grow, up to the rows of a section
			.map((event) -> event.getFormattedMessage().replaceAll("(\\?, )+\\?", "?"))
			.toList());
		for (int i = 0; i < statistics.getPrepareStatementCount(); i++) {
			statements.add("by Hibernate");
		}
		return statements;
	}

}
