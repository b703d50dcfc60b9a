package edu.wenzhou.site.web;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Lets each network ask for something so many times a minute, and more at once if it has
 * not asked for a while. In memory, on this node alone: nothing about anybody is written
 * down, and an address is forgotten when others come.
 */
public final class Throttle {

	/** So many networks are known at a time, a megabyte or two. */
	private static final int MOST = 10_000;

	private final double perMilli;

	private final int most;

	private final Clock clock;

	private final Map<String, Allowance> byNetwork = new LinkedHashMap<>(16, 0.75f, true) {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Allowance> eldest) {
			return size() > MOST;
		}

	};

	public Throttle(int perMinute, Clock clock) {
		this.perMilli = perMinute / 60_000.0;
		this.most = perMinute;
		this.clock = clock;
	}

	/** Takes one of what the network may ask; or says how long to wait for it. */
	public synchronized Optional<Duration> take(String network) {
		long now = this.clock.millis();
		Allowance allowance = this.byNetwork.computeIfAbsent(network, (key) -> new Allowance(this.most, now));
		allowance.left = Math.min(this.most, allowance.left + Math.max(0, now - allowance.at) * this.perMilli);
		allowance.at = now;
		if (allowance.left < 1) {
			return Optional.of(Duration.ofMillis((long) Math.ceil((1 - allowance.left) / this.perMilli)));
		}
		allowance.left--;
		return Optional.empty();
	}

	synchronized int size() {
		return this.byNetwork.size();
	}

	private static final class Allowance {

		private double left;

		private long at;

		private Allowance(double left, long at) {
			this.left = left;
			this.at = at;
		}

	}

}
