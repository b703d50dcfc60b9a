package edu.wenzhou.site.push;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which search engines are told of changes, {@code college.discovery.push.*}. Each is off
 * until it has its key or token.
 *
 * @param delay how long an address waits for further changes before it is told
 */
@ConfigurationProperties("college.discovery.push")
record PushProperties(@DefaultValue("10m") Duration delay, @DefaultValue IndexNow indexnow, @DefaultValue Baidu baidu) {

	PushProperties {
		if (delay.isNegative()) {
			throw new IllegalArgumentException("college.discovery.push.delay must not be negative");
		}
	}

	private static void check(String name, String secret, String form, URI endpoint) {
		// Never with the value in the message
		if (!secret.isEmpty() && !secret.matches(form)) {
			throw new IllegalArgumentException(
					"college.discovery.push." + name + " is not of the form " + form + "; the value is not shown");
		}
		String scheme = String.valueOf(endpoint.getScheme()).toLowerCase(Locale.ROOT);
		String host = String.valueOf(endpoint.getHost());
		boolean here = host.matches("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]|\\[0:0:0:0:0:0:0:1]");
		if (endpoint.getHost() == null || endpoint.getUserInfo() != null || endpoint.getQuery() != null
				|| endpoint.getFragment() != null || !scheme.equals("https") && !(scheme.equals("http") && here)) {
			throw new IllegalArgumentException("The endpoint beside college.discovery.push." + name
					+ " must be an https address without a query, since what goes there is secret");
		}
	}

	/**
	 * IndexNow, which Bing, Yandex, Naver, Seznam and others share.
	 *
	 * @param key 8 to 128 letters, digits and hyphens; empty for off. The site shows it
	 * at {@code /<key>.txt}
	 */
	record IndexNow(@DefaultValue("") String key, @DefaultValue("https://api.indexnow.org/indexnow") URI endpoint) {

		IndexNow {
			key = key.strip();
			check("indexnow.key", key, "[A-Za-z0-9-]{8,128}", endpoint);
		}

		@Override
		public String toString() {
			return "IndexNow[" + this.endpoint + "]";
		}

	}

	/**
	 * Baidu's 普通收录.
	 *
	 * @param token that Baidu gave for the site; empty for off
	 */
	record Baidu(@DefaultValue("") String token, @DefaultValue("https://data.zz.baidu.com/urls") URI endpoint) {

		Baidu {
			token = token.strip();
			check("baidu.token", token, "[A-Za-z0-9_-]{8,128}", endpoint);
		}

		@Override
		public String toString() {
			return "Baidu[" + this.endpoint + "]";
		}

	}

}
