package edu.wenzhou.site.redirects;

import edu.wenzhou.site.publishing.PublicItem;
import edu.wenzhou.site.publishing.PublicationListener;
import org.springframework.stereotype.Component;

/** Nobody misses an address any more at which there is a page now. */
@Component
class NoLongerMissed implements PublicationListener {

	private final Misses misses;

	NoLongerMissed(Misses misses) {
		this.misses = misses;
	}

	@Override
	public void published(PublicItem item, String before) {
		if (item.hasPage() && !item.path().equals(before)) {
			this.misses.forget(item.path());
		}
	}

}
