package edu.wenzhou.site.publishing;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

import edu.wenzhou.site.Generation;
import edu.wenzhou.site.WebTest;
import edu.wenzhou.site.school.School;
import edu.wenzhou.site.school.SchoolRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import static org.assertj.core.api.Assertions.assertThat;

/** What nodes keep until the public sees something else. */
class PerGenerationTests extends WebTest {

	@Autowired
	private SiteGeneration generation;

	@Autowired
	private SchoolRepository schools;

	@Autowired
	private JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final AtomicInteger readings = new AtomicInteger();

	private PerGeneration<Integer> kept;

	PerGenerationTests(@Autowired PlatformTransactionManager transactions) {
		this.transaction = new TransactionTemplate(transactions);
	}

	@BeforeEach
	void nothingIsKept() {
		this.kept = new PerGeneration<>(this.generation);
	}

	@AfterEach
	void noRequest() {
		RequestContextHolder.resetRequestAttributes();
	}

	@Test
	void isReadOnceAGeneration() {
		assertThat(read()).isEqualTo(1);
		assertThat(read()).isEqualTo(1);
		Generation.raise(this.jdbc);
		assertThat(read()).isEqualTo(2);
		assertThat(read()).isEqualTo(2);
	}

	@Test
	void aTransactionThatMayChangeSomethingReadsAndLeavesNothingBehind() {
		assertThat(read()).isEqualTo(1);
		assertThat(this.transaction.<Integer>execute((status) -> read())).isEqualTo(2);
		assertThat(read()).isEqualTo(1);
	}

	@Test
	void aTransactionThatOnlyReadsTakesWhatIsKept() {
		this.transaction.setReadOnly(true);
		assertThat(read()).isEqualTo(1);
		assertThat(this.transaction.<Integer>execute((status) -> read())).isEqualTo(1);
	}

	@Test
	void aRequestAsksOnceForTheGenerationUnlessItRaisesItItself() {
		RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
		assertThat(read()).isEqualTo(1);
		Generation.raise(this.jdbc);
		assertThat(read()).isEqualTo(1);
		this.transaction.executeWithoutResult((status) -> this.generation.raise(Instant.now()));
		assertThat(read()).isEqualTo(2);
		noRequest();
		assertThat(read()).isEqualTo(2);
	}

	@Test
	void aRepositoryKeepsItsRows() {
		School first = this.schools.findAllWithSources().get(0);
		assertThat(this.schools.findAllWithSources().get(0)).isSameAs(first);
		this.transaction.setReadOnly(true);
		this.transaction.executeWithoutResult(
				(status) -> assertThat(this.schools.findAllWithSources().get(0)).as("of the transaction's own state")
					.isNotSameAs(first));
		assertThat(this.schools.findAllWithSources().get(0)).isSameAs(first);
		Generation.raise(this.jdbc);
		School next = this.schools.findAllWithSources().get(0);
		assertThat(next).isNotSameAs(first);
		assertThat(next.getSlug()).isEqualTo(first.getSlug());
	}

	private int read() {
		return this.kept.get(this.readings::incrementAndGet);
	}

}
