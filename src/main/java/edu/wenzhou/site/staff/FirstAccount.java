package edu.wenzhou.site.staff;

import edu.wenzhou.site.staff.OneTimeLinks.Kind;
import edu.wenzhou.site.web.CollegeProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * A site without accounts tells in its log how to make the first one. Only who can read
 * the log, or has chosen the token, can do it.
 */
@Component
class FirstAccount {

	private static final Logger logger = LoggerFactory.getLogger(FirstAccount.class);

	private final OneTimeLinks links;

	private final CollegeProperties properties;

	FirstAccount(OneTimeLinks links, CollegeProperties properties) {
		this.links = links;
		this.properties = properties;
	}

	@Order(0)
	@EventListener(ApplicationReadyEvent.class)
	void offerSetUp() {
		if (!this.links.isSetUpOpen()) {
			return;
		}
		long minutes = Kind.SET_UP.valid.toMinutes();
		String token = this.properties.staff().setupToken();
		if (StringUtils.hasText(token)) {
			this.links.makeSetUp(token);
			logger.info("There is no account yet. Within {} minutes, make the first one at {} and the token of "
					+ "college.staff.setup-token", minutes, this.properties.url("/staff/link/"));
		}
		else {
			logger.info("There is no account yet. Within {} minutes, make the first one at {}", minutes,
					this.links.makeSetUp(null));
		}
	}

}
