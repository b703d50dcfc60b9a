package edu.wenzhou.site.links;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;

import edu.wenzhou.site.links.Answer.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Servers elsewhere may do what they like. */
class VisitTests {

	private static final MadeUpSite SITE = new MadeUpSite();

	private final Visit visit = visit(Duration.ofSeconds(20));

	@AfterAll
	static void close() {
		SITE.close();
	}

	@AfterEach
	void forget() {
		this.visit.close();
		SITE.requests().clear();
	}

	/** All hosts but one are this machine. */
	static Visit visit(Duration limit) {
		return new Visit((host) -> {
			if (host.equals("unknown.example")) {
				throw new UnknownHostException(host);
			}
			return new InetAddress[] { host.equals("inside.example")
					? InetAddress.getByAddress(new byte[] { 10, 0, 0, 1 }) : InetAddress.getLoopbackAddress() };
		}, InetAddress::isLoopbackAddress, limit);
	}

	@ParameterizedTest
	@CsvSource({ "200,OPEN", "204,OPEN", "304,OPEN", "404,BROKEN", "410,BROKEN", "500,BROKEN", "503,BROKEN",
			"403,UNKNOWN", "429,UNKNOWN", "hints,BROKEN", "nonsense,BROKEN", "body,OPEN", "heads,BROKEN", "get,OPEN",
			"loop,BROKEN", "to//200,OPEN", "to/http://inside.example:PORT/200,UNKNOWN",
			"to/javascript:alert(1),UNKNOWN", "to/ftp://a.example/,UNKNOWN" })
	void whatAnAnswerMeans(String path, Outcome outcome) {
		assertThat(ask("/" + path).outcome()).isEqualTo(outcome);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/hang", "/drip" })
	void whoeverNeverEndsIsLeftInTime(String path) {
		long start = System.nanoTime();
		try (Visit impatient = visit(Duration.ofMillis(400))) {
			assertThat(impatient.ask(SITE.at("a.example", path)).outcome()).isEqualTo(Outcome.BROKEN);
		}
		// Twice, for each method, as long as to connect and to answer; far from a minute
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
	}

	@Test
	void contentIsAskedForOnlyWhereTheHeadDoesNotDo() {
		ask("/200");
		assertThat(SITE.requests()).containsExactly("HEAD a.example/200");
		SITE.requests().clear();
		assertThat(ask("/get").status()).isEqualTo(200);
		assertThat(SITE.requests()).containsExactly("HEAD a.example/get", "GET a.example/get");
	}

	@Test
	void fiveRedirectsAreFollowedAndNoMore() {
		String five = "/to/" + "/to/".repeat(4) + "/200";
		assertThat(ask(five).outcome()).isEqualTo(Outcome.OPEN);
		assertThat(SITE.requests()).hasSize(6);
		assertThat(ask("/to/" + "/to/".repeat(5) + "/200").outcome()).isEqualTo(Outcome.BROKEN);
	}

	@Test
	void theEndOfRedirectsIsKnown() {
		assertThat(ask("/200").end()).isNull();
		assertThat(ask("/to/http://b.example:PORT/200").end().host()).isEqualTo("b.example");
		assertThat(SITE.requests()).contains("HEAD b.example/200");
	}

	@Test
	void whatDoesNotExistIsBroken() {
		assertThat(this.visit.ask("http://unknown.example/").outcome()).isEqualTo(Outcome.BROKEN);
		assertThat(this.visit.ask("http://a.example:1/").outcome()).isEqualTo(Outcome.BROKEN);
	}

	/** As it runs on the site, nothing of a network of its own is asked. */
	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1", "localhost", "[::1]", "127.1", "2130706433", "0.0.0.0", "[::ffff:127.0.0.1]",
			"127.0.0.1." })
	void thisMachineIsNeverAsked(String host) {
		try (Visit visit = new Visit()) {
			assertThat(visit.ask("http://" + host + ":" + SITE.port() + "/200").outcome()).isNotEqualTo(Outcome.OPEN);
		}
		assertThat(SITE.requests()).isEmpty();
	}

	/**
	 * The very address that was looked at is connected to, whatever the name means next.
	 */
	@Test
	void aNameThatMeansAnotherPlaceTheNextTimeLeadsNowhere() {
		int[] asked = new int[1];
		try (Visit visit = new Visit((host) -> {
			asked[0]++;
			return new InetAddress[] { (asked[0] == 1) ? InetAddress.getByAddress(new byte[] { (byte) 192, 0, 2, 1 })
					: InetAddress.getLoopbackAddress() };
		}, (address) -> !address.isLoopbackAddress(), Duration.ofMillis(200))) {
			assertThat(visit.ask("http://rebound.example:" + SITE.port() + "/200").outcome())
				.isNotEqualTo(Outcome.OPEN);
		}
		assertThat(SITE.requests()).isEmpty();
	}

	@Test
	void aHostWithOneAddressInsideIsNotAskedAtAll() {
		try (Visit visit = new Visit(
				(host) -> new InetAddress[] { InetAddress.getLoopbackAddress(),
						InetAddress.getByAddress(new byte[] { 10, 0, 0, 1 }) },
				InetAddress::isLoopbackAddress, Duration.ofMillis(200))) {
			assertThat(visit.ask(SITE.at("both.example", "/200")).outcome()).isEqualTo(Outcome.UNKNOWN);
		}
		assertThat(SITE.requests()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "8.8.8.8,true", "223.5.5.5,true", "2400:3200::1,true", "10.1.2.3,false", "172.16.0.1,false",
			"172.31.255.255,false", "172.32.0.1,true", "192.168.1.1,false", "169.254.169.254,false", "100.64.0.1,false",
			"0.1.2.3,false", "127.8.8.8,false", "192.0.2.1,false", "198.18.0.1,false", "224.0.0.1,false",
			"255.255.255.255,false", "::1,false", "::,false", "fe80::1,false", "fc00::1,false", "fd12::1,false",
			"ff02::1,false", "64:ff9b::a00:1,false", "2002:a00:1::,false", "2001:0:1::,false", "2001:db8::1,false",
			"::ffff:10.0.0.1,false" })
	void whichNetworksArePublic(String address, boolean expected) throws UnknownHostException {
		assertThat(Networks.isPublic(InetAddress.getByName(address))).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "a.example,www.a.example,true", "wzvtc.cn,jwc.wzvtc.cn,true", "jw.wzvtc.edu.cn,www.wzvtc.edu.cn,true",
			"wzvtc.edu.cn,zju.edu.cn,false", "a.gov.cn,b.gov.cn,false", "a.zj.cn,b.zj.cn,false",
			"a.co.uk,b.co.uk,false", "a.example,b.example,false", "WWW.a.example.,a.example,true",
			"192.0.2.1,192.0.2.2,false" })
	void whichHostsAreOneSite(String host, String other, boolean expected) {
		assertThat(Sites.areOne(host, other)).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "http://a.example,http://a.example/", "HTTPS://A.Example:443/a?b=c#d,https://a.example/a?b=c",
			"http://温州.example/路?词=1,http://xn--6rtp67a.example/%E8%B7%AF?%E8%AF%8D=1",
			"http://a.example:8080?x,http://a.example:8080/?x" })
	void addressesAreAskedForAsBrowsersDo(String address, String expected) {
		assertThat(Destination.of(address).orElseThrow().address()).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "ftp://a.example/", "http://user@a.example/", "http:///a", "http://a b.example/",
			"http://a.example:0/", "http://a.example:99999/", "javascript:alert(1)", "http://a.example\r\nX: y/" })
	void whatIsNoAddressIsNotAskedFor(String address) {
		assertThat(Destination.of(address)).isEmpty();
	}

	private Answer ask(String path) {
		return this.visit.ask(SITE.at("a.example", path));
	}

}
