package edu.wenzhou.site.delivery;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How pages are kept ready, {@code college.delivery.*}.
 *
 * @param enabled whether they are; {@code false} for working on templates
 * @param memory how much of it they may take; what does not fit is rendered when it is
 * asked for
 * @param mirrorDir the folder with a copy of every page; each node needs one of its own
 */
@ConfigurationProperties("college.delivery")
record DeliveryProperties(@DefaultValue("true") boolean enabled, @DefaultValue("64MB") DataSize memory,
		@DefaultValue("var/mirror") Path mirrorDir) {

	/** What pages may take before the settings are read. */
	static final long WAITING_BYTES = DataSize.ofMegabytes(32).toBytes();

}
