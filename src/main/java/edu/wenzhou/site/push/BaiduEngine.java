package edu.wenzhou.site.push;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import edu.wenzhou.site.web.CollegeProperties;
import edu.wenzhou.site.web.Language;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Baidu's 普通收录: Chinese addresses, one a line; the answer says how many were taken, which
 * were not, and how many more today.
 */
@Component
@Order(1)
class BaiduEngine implements Engine {

	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	private final PushProperties.Baidu settings;

	private final CollegeProperties site;

	private final JsonMapper json;

	BaiduEngine(PushProperties settings, CollegeProperties site, JsonMapper json) {
		this.settings = settings.baidu();
		this.site = site;
		this.json = json;
	}

	@Override
	public String name() {
		return "BAIDU";
	}

	@Override
	public boolean isOn() {
		return this.site.discovery().index() && !this.settings.token().isEmpty();
	}

	@Override
	public Set<Language> languages() {
		return Set.of(Language.CHINESE);
	}

	@Override
	public int most() {
		return 2_000;
	}

	@Override
	public HttpRequest request(List<String> urls) {
		URI address = URI.create(this.settings.endpoint() + "?site="
				+ URLEncoder.encode(this.site.url(""), StandardCharsets.UTF_8) + "&token=" + this.settings.token());
		return HttpRequest.newBuilder(address)
			.header("Content-Type", "text/plain")
			.POST(BodyPublishers.ofString(String.join("\n", urls)))
			.build();
	}

	@Override
	public String secret() {
		return this.settings.token();
	}

	@Override
	public Verdict read(Reply reply, List<String> urls, Instant now) {
		JsonNode answer = parsed(reply.body());
		boolean counted = answer.path("success").isInt();
		if (!reply.is(200) || !counted) {
			boolean used = answer.path("message").asString("").toLowerCase(Locale.ROOT).contains("over quota");
			return Verdict.of(Outcome.LATER).notBefore(used ? tomorrow(now) : reply.resumeAt(now));
		}
		Set<String> refused = new HashSet<>();
		for (String list : List.of("not_same_site", "not_valid")) {
			answer.path(list).forEach((url) -> refused.add(url.asString("")));
		}
		refused.retainAll(urls);
		// Which ones it left out otherwise, it does not say
		boolean all = answer.path("success").intValue() + refused.size() >= urls.size();
		boolean last = answer.path("remain").isInt() && answer.path("remain").intValue() <= 0;
		return new Verdict(all ? Outcome.SENT : Outcome.LATER, refused, last ? tomorrow(now) : null);
	}

	/** Empty where it can't be read. */
	private JsonNode parsed(String body) {
		try {
			return this.json.readTree(body);
		}
		catch (JacksonException ex) {
			return this.json.createObjectNode();
		}
	}

	/** The number of addresses a day begins anew there. */
	private static Instant tomorrow(Instant now) {
		return LocalDate.ofInstant(now, ZONE).plusDays(1).atStartOfDay(ZONE).toInstant();
	}

}
