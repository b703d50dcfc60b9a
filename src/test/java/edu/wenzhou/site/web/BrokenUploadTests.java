package edu.wenzhou.site.web;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

import edu.wenzhou.site.WebTest;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Programs that look for gaps send half an upload to any address. */
@ExtendWith(OutputCaptureExtension.class)
class BrokenUploadTests extends WebTest {

	@ParameterizedTest
	@CsvSource({ "POST, /, 405", "POST, /search, 405", "POST, /schools/ai, 405", "POST, /nope, 405",
			"POST, /preview/x, 400", "DELETE, /schools, 405", "GET, /nope, 404", "GET, /schools, 200",
			"POST, /staff/sign-in, 403" })
	void isAnsweredAsAnyOtherRequestThere(String method, String path, int status, CapturedOutput output) {
		for (String type : new String[] { "multipart/form-data", "multipart/form-data; boundary=x" }) {
			HttpResponse<String> answer = send(method, path, BodyPublishers.ofString("--x\r\nabc"), "Content-Type",
					type);
			assertThat(answer.statusCode()).as(type).isEqualTo(status);
			assertThat(Jsoup.parse(answer.body()).select("header nav a, header a")).as("the site's own page")
				.isNotEmpty();
		}
		assertThat(output.getOut()).as("else any stranger could fill the log").doesNotContain(" ERROR ", " WARN ");
	}

	@Test
	void oneThatIsTooLargeIsNotLogged(CapturedOutput output) {
		String large = "--x\r\nContent-Disposition: form-data; name=\"a\"; filename=\"a.txt\"\r\n\r\n"
				+ "a".repeat(15 * 1024 * 1024 + 1) + "\r\n--x--\r\n";
		assertThat(send("POST", "/preview/x", BodyPublishers.ofString(large), "Content-Type",
				"multipart/form-data; boundary=x")
			.statusCode()).isEqualTo(413);
		assertThat(output.getOut()).doesNotContain(" WARN ", " ERROR ");
	}

	/** An upload as it should be, but of another address. */
	@Test
	void isNotReadWhereNobodyWantsIt() {
		String whole = "--x\r\nContent-Disposition: form-data; name=\"a\"; filename=\"a.txt\"\r\n\r\nabc\r\n--x--\r\n";
		assertThat(send("POST", "/schools", BodyPublishers.ofString(whole), "Content-Type",
				"multipart/form-data; boundary=x")
			.statusCode()).isEqualTo(405);
	}

}
