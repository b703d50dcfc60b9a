package edu.wenzhou.site.discovery;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The small files that browsers and engines ask for by name. */
class SiteFilesTests extends DiscoveryTest {

	private static final int SEAL = 0xffa52e17;

	@ParameterizedTest
	@CsvSource({ "/apple-touch-icon.png, 180", "/icon-192.png, 192", "/icon-512.png, 512" })
	void anIconIsTheSeal(String path, int size) throws Exception {
		HttpResponse<byte[]> answer = bytes(path);
		assertThat(answer.headers().firstValue("Content-Type")).hasValue("image/png");
		assertThat(answer.headers().firstValue("X-Robots-Tag")).isEmpty();
		BufferedImage image = ImageIO.read(new ByteArrayInputStream(answer.body()));
		assertThat(image.getWidth()).isEqualTo(image.getHeight()).isEqualTo(size);
		assertThat(image.getRGB(size / 2, size / 2)).isEqualTo(SEAL);
		assertThat(image.getRGB(1, 1)).isEqualTo(0xfff7f4ea);
	}

	@Test
	void theOldKindHoldsThreeSizes() throws Exception {
		byte[] file = bytes("/favicon.ico").body();
		ByteBuffer header = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
		assertThat(header.getInt()).isEqualTo(0x10000);
		assertThat(header.getShort()).isEqualTo((short) 3);
		for (int size : new int[] { 16, 32, 48 }) {
			assertThat(header.get()).isEqualTo((byte) size);
			header.position(header.position() + 7);
			int length = header.getInt();
			int offset = header.getInt();
			BufferedImage image = ImageIO
				.read(new ByteArrayInputStream(Arrays.copyOfRange(file, offset, offset + length)));
			assertThat(image.getWidth()).isEqualTo(size);
			assertThat(image.getRGB(size / 2, size / 2)).isEqualTo(SEAL);
			assertThat(image.getRGB(0, 0) >>> 24).as("transparent").isZero();
		}
	}

	@Test
	void aPhoneIsToldWhatToPutOnItsScreen() {
		assertThat(page("/").select("link[rel=manifest]").attr("href")).isEqualTo("/site.webmanifest");
		JsonNode manifest = JsonMapper.builder().build().readTree(get("/site.webmanifest").body());
		assertThat(manifest.get("name").asString()).isEqualTo("温州职业技术学院");
		assertThat(manifest.get("display").asString()).isEqualTo("browser");
		for (JsonNode icon : manifest.get("icons")) {
			assertThat(get(icon.get("src").asString()).statusCode()).isEqualTo(200);
		}
	}

	@ParameterizedTest
	@CsvSource({ "/about/figures.csv, noindex", "/sitemap.xml, noindex", "/llms.txt, noindex", "/robots.txt, noindex",
			"/site.webmanifest, noindex", "/livez, noindex", "/, ", "/nowhere, ", "/css/site.css, ",
			"/img/icon.svg, " })
	void whatIsForProgramsIsNotListed(String path, String robots) {
		assertThat(get(path).headers().firstValue("X-Robots-Tag").orElse(null)).as(path).isEqualTo(robots);
	}

	private HttpResponse<byte[]> bytes(String path) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create(address(path))).build();
		HttpResponse<byte[]> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
		assertThat(answer.statusCode()).isEqualTo(200);
		return answer;
	}

}
