package edu.wenzhou.site.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What is kept in memory, and how much of it. */
class RenditionsTests {

	@Test
	void aFloodOfOtherAddressesTakesNeitherMemoryNorWhatIsReallyAskedFor() {
		Renditions renditions = new Renditions(200_000);
		for (int i = 0; i < 5000; i++) {
			for (String key : List.of("/", "/schools")) {
				// As a visitor: what is no longer there is rendered
				if (renditions.get(key) == null) {
					renditions.put(page(key));
				}
			}
			renditions.put(page("/honours?page=" + i));
		}
		await().atMost(Duration.ofSeconds(10))
			.untilAsserted(() -> assertThat(renditions.mostAsked()).contains("/", "/schools")
				.hasSizeLessThanOrEqualTo(200_000 / page("/").weight()));
	}

	private static Rendition page(String key) {
		return Rendition.of(key, 1, "text/html", List.of(),
				key.repeat(3000).substring(0, 3000).getBytes(StandardCharsets.UTF_8), null);
	}

}
