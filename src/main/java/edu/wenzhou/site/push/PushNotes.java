package edu.wenzhou.site.push;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import edu.wenzhou.site.publishing.PublicItem;
import edu.wenzhou.site.publishing.PublicationListener;
import edu.wenzhou.site.web.CollegeProperties;
import org.springframework.stereotype.Component;

/**
 * Notes, in the transaction that publishes, which pages search engines are to look at
 * again: the item's page in every language, or the page that it is a part of; where it
 * moved, the former address too, and where it went away, the last one.
 */
@Component
class PushNotes implements PublicationListener {

	private final List<Engine> engines;

	private final Outbox outbox;

	private final PushProperties settings;

	private final CollegeProperties site;

	PushNotes(List<Engine> engines, Outbox outbox, PushProperties settings, CollegeProperties site) {
		this.engines = engines;
		this.outbox = outbox;
		this.settings = settings;
		this.site = site;
	}

	@Override
	public void published(PublicItem item, String before) {
		Set<String> pages = new LinkedHashSet<>();
		pages.add(item.page());
		if (before != null) {
			pages.add(before.replaceFirst("#.*", ""));
		}
		note(pages);
	}

	@Override
	public void withdrawn(PublicItem last) {
		note(Set.of(last.page()));
	}

	private void note(Set<String> pages) {
		this.engines.stream()
			.filter(Engine::isOn)
			.forEach((engine) -> this.outbox.note(engine.name(), pages.stream()
				.flatMap((page) -> engine.languages().stream().map((language) -> this.site.url(language.address(page))))
				.toList(), this.settings.delay()));
	}

}
