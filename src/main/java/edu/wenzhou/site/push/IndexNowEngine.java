package edu.wenzhou.site.push;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import edu.wenzhou.site.web.CollegeProperties;
import edu.wenzhou.site.web.Language;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The IndexNow protocol: one request with the key, which the site shows, and addresses.
 */
@Component
@Order(0)
class IndexNowEngine implements Engine {

	private final PushProperties.IndexNow settings;

	private final CollegeProperties site;

	private final JsonMapper json;

	IndexNowEngine(PushProperties settings, CollegeProperties site, JsonMapper json) {
		this.settings = settings.indexnow();
		this.site = site;
		this.json = json;
	}

	@Override
	public String name() {
		return "INDEXNOW";
	}

	@Override
	public boolean isOn() {
		return this.site.discovery().index() && !this.settings.key().isEmpty();
	}

	@Override
	public Set<Language> languages() {
		return Set.of(Language.values());
	}

	@Override
	public int most() {
		return 10_000;
	}

	@Override
	public HttpRequest request(List<String> urls) {
		Map<String, Object> body = Map.of("host", URI.create(this.site.url("/")).getHost(), "key", this.settings.key(),
				"keyLocation", this.site.url(KeyFile.path(this.settings.key())), "urlList", urls);
		return HttpRequest.newBuilder(this.settings.endpoint())
			.header("Content-Type", "application/json; charset=utf-8")
			.POST(BodyPublishers.ofString(this.json.writeValueAsString(body)))
			.build();
	}

	@Override
	public String secret() {
		return this.settings.key();
	}

	/**
	 * 202: the key will be looked at later. 400 and 422: these addresses will never do.
	 */
	@Override
	public Verdict read(Reply reply, List<String> urls, Instant now) {
		if (reply.is(200, 202)) {
			return Verdict.of(Outcome.SENT);
		}
		return Verdict.of(reply.is(400, 422) ? Outcome.FAILED : Outcome.LATER).notBefore(reply.resumeAt(now));
	}

}
