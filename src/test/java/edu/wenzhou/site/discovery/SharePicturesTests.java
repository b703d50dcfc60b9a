package edu.wenzhou.site.discovery;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import edu.wenzhou.site.drawing.Theme;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** Pictures that were made are kept, within limits. */
class SharePicturesTests {

	private final AtomicInteger painting = new AtomicInteger();

	private final AtomicInteger most = new AtomicInteger();

	/** Each weighs a thousand bytes. */
	private final SharePainter painter = new SharePainter(new ShareFonts(List.of(), false)) {

		@Override
		byte[] paint(ShareCard card) {
			SharePicturesTests.this.most.accumulateAndGet(SharePicturesTests.this.painting.incrementAndGet(),
					Math::max);
			Thread.yield();
			SharePicturesTests.this.painting.decrementAndGet();
			return new byte[1000];
		}

	};

	@Test
	void theLeastWantedGoFirst() {
		SharePictures pictures = new SharePictures(this.painter, 3500);
		for (String address : List.of("a", "b", "c")) {
			pictures.make(() -> card(address));
		}
		assertThat(pictures.find("a")).isPresent();
		pictures.make(() -> card("d"));
		assertThat(pictures.find("b")).isEmpty();
		assertThat(pictures.find("a")).isPresent();
		assertThat(pictures.find("d")).isPresent();
		assertThat(pictures.getMade()).isEqualTo(4);
	}

	@Test
	void howeverManyAskOneIsMadeAtATimeAndEachOnce() throws Exception {
		SharePictures pictures = new SharePictures(this.painter, 100_000);
		ExecutorService visitors = Executors.newFixedThreadPool(8);
		try {
			List<Callable<SharePictures.Made>> visits = new ArrayList<>();
			for (int i = 0; i < 80; i++) {
				String address = String.valueOf(i % 10);
				visits.add(() -> pictures.make(() -> card(address)));
			}
			for (Future<SharePictures.Made> visit : visitors.invokeAll(visits)) {
				assertThat(visit.get().picture()).hasSize(1000);
			}
		}
		finally {
			visitors.shutdownNow();
		}
		assertThat(pictures.getMade()).isEqualTo(10);
		assertThat(this.most).hasValue(1);
	}

	@Test
	void onePageThatFailsKeepsNobodyElseWaiting() {
		SharePictures pictures = new SharePictures(this.painter, 100_000);
		assertThatIllegalStateException().isThrownBy(() -> pictures.make(() -> {
			throw new IllegalStateException();
		}));
		assertThat(pictures.make(() -> card("a")).picture()).hasSize(1000);
	}

	private static ShareCard card(String address) {
		return new ShareCard("", null, "", null, "", Theme.COLLEGE, "", address);
	}

}
