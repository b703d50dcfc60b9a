package edu.wenzhou.site.redirects;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import edu.wenzhou.site.web.Address;
import edu.wenzhou.site.web.MissedAddresses;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Counts the addresses at which visitors found nothing, in memory, and writes the counts
 * down now and then. Everything has a limit, since anybody can ask for anything: what is
 * counted at a time, what is new in a minute, what is kept. What asks for software that
 * we do not have, as scanners do, is not counted at all.
 */
@Component
class MissCounter implements MissedAddresses {

	/** Addresses that are counted at a time; others are let go. */
	static final int MOST_AT_A_TIME = 1000;

	/** Addresses that a node adds in a minute; those asked for most often come first. */
	static final int NEW_A_MINUTE = 60;

	private static final int LONGEST = 300;

	private static final Pattern PROBE = Pattern.compile(
			"""
					.*(/\\.(?!well-known/)|/wp-|/wordpress|xmlrpc|cgi-bin|phpmyadmin|/pma|adminer|phpunit|/vendor/|/solr|/struts|/console\
					|/manager/|/druid|/nacos|/geoserver|/autodiscover|/owa/|/ecp/|/telescope|/hudson|/jenkins|/boaform|/hnap1|/sdk).*\
					|.*\\.(php[0-9]?|phtml|cgi|env|sql|bak|old|swp|zip|rar|7z|tar|gz|tgz|ya?ml|ini|conf|cfg|log|pem|key|sh|exe|dll|git|svn)(/.*)?""");

	private static final Logger logger = LoggerFactory.getLogger(MissCounter.class);

	private final Map<String, Count> counts = new ConcurrentHashMap<>();

	private final Misses misses;

	private final Clock clock;

	private Instant minute = Instant.EPOCH;

	private int added;

	MissCounter(Misses misses, Clock clock) {
		this.misses = misses;
		this.clock = clock;
	}

	@Override
	public void missed(Address address, String referrer) {
		String path = address.spelled();
		// The token of a preview is a secret
		if (path.length() > LONGEST || address.bare().startsWith("/preview/") || PROBE.matcher(path).matches()) {
			return;
		}
		String from = (referrer != null && referrer.length() <= LONGEST) ? referrer : null;
		if (this.counts.size() < MOST_AT_A_TIME || this.counts.containsKey(path)) {
			this.counts.merge(path, new Count(1, from), Count::plus);
		}
	}

	/** Writes down what was counted; what can't be written now is counted on. */
	@Scheduled(fixedDelayString = "${college.discovery.misses-every:20s}",
			initialDelayString = "${college.discovery.misses-every:20s}")
	synchronized void write() {
		Map<String, Count> taken = new LinkedHashMap<>();
		this.counts.keySet().forEach((path) -> taken.put(path, this.counts.remove(path)));
		if (taken.isEmpty()) {
			return;
		}
		List<Map.Entry<String, Count>> often = new ArrayList<>(taken.entrySet());
		often.sort(Comparator.comparing((Map.Entry<String, Count> one) -> one.getValue().number()).reversed());
		Map<String, Count> ordered = new LinkedHashMap<>();
		often.forEach((one) -> ordered.put(one.getKey(), one.getValue()));
		try {
			this.added += this.misses.count(ordered, NEW_A_MINUTE - addedThisMinute());
		}
		catch (DataAccessException | TransactionException ex) {
			logger.warn("Could not write down what was not found: {}", ex.getMessage());
			taken.forEach((path, count) -> this.counts.merge(path, count, Count::plus));
		}
	}

	private int addedThisMinute() {
		Instant now = this.clock.instant();
		if (Duration.between(this.minute, now).compareTo(Duration.ofMinutes(1)) >= 0) {
			this.minute = now;
			this.added = 0;
		}
		return this.added;
	}

	/** How often an address was missed, and from where. */
	record Count(long number, String referrer) {

		Count plus(Count more) {
			return new Count(this.number + more.number, (more.referrer != null) ? more.referrer : this.referrer);
		}

	}

}
