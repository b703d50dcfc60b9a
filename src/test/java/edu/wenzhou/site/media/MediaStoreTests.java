package edu.wenzhou.site.media;

import java.io.IOException;
import java.io.InputStream;
import java.util.Random;

import edu.wenzhou.site.WebTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** What every store of bytes has to do; now there is one. */
class MediaStoreTests extends WebTest {

	@Autowired
	private MediaStore store;

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 1000, DatabaseMediaStore.PIECE - 1, DatabaseMediaStore.PIECE,
			DatabaseMediaStore.PIECE + 1, 3 * DatabaseMediaStore.PIECE + 7 })
	void whatIsPutComesBackByteForByte(int length) throws IOException {
		byte[] content = content(length);
		String sha256 = this.store.put(content);
		assertThat(sha256).matches("[0-9a-f]{64}");
		try (InputStream stored = this.store.open(sha256).orElseThrow()) {
			assertThat(stored.readAllBytes()).isEqualTo(content);
			assertThat(stored.read()).isEqualTo(-1);
		}
		try (InputStream stored = this.store.open(sha256).orElseThrow()) {
			for (int i = 0; i < Math.min(length, 300); i++) {
				assertThat(stored.read()).isEqualTo(content[i] & 0xff);
			}
		}
	}

	@Test
	void theNameIsTheHashAndTheSameBytesAreKeptOnce() {
		String sha256 = this.store.put("abc".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
		assertThat(sha256).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
		assertThat(this.store.put("abc".getBytes(java.nio.charset.StandardCharsets.US_ASCII))).isEqualTo(sha256);
		this.store.delete(sha256);
		assertThat(this.store.open(sha256)).isEmpty();
	}

	@Test
	void whatIsNotThereIsNoError() {
		String sha256 = "0".repeat(64);
		assertThat(this.store.open(sha256)).isEmpty();
		this.store.delete(sha256);
	}

	private static byte[] content(int length) {
		byte[] content = new byte[length];
		new Random().nextBytes(content);
		return content;
	}

}
