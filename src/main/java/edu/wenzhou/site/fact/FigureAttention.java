package edu.wenzhou.site.fact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import edu.wenzhou.site.publishing.Attention;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Figures that the college has to confirm, or whose day has come. */
@Component
class FigureAttention implements Attention {

	private final FactRepository facts;

	private final MessageSource messages;

	FigureAttention(FactRepository facts, MessageSource messages) {
		this.facts = facts;
		this.messages = messages;
	}

	@Override
	public List<Entry> entries(LocalDate today) {
		List<Fact> all = this.facts.findAllWithSources();
		FigureBook figures = new FigureBook(all, this.messages, Locale.SIMPLIFIED_CHINESE);
		List<Entry> entries = new ArrayList<>();
		for (Fact fact : all) {
			List<Reason> reasons = new ArrayList<>();
			List<Passage> passages = switch (fact.getState()) {
				case CONFIRMED -> List.of();
				case TO_CONFIRM -> Doubts.restored(fact.getSources());
				case CONFLICTING -> Doubts.conflicting(fact.getSources(), figures.of(fact).unit().strip());
			};
			switch (fact.getState()) {
				case CONFIRMED -> {
				}
				case TO_CONFIRM -> reasons.add(passages.isEmpty() ? Reason.TO_CONFIRM : Reason.RESTORED);
				case CONFLICTING -> reasons.add(Reason.CONFLICTING);
			}
			LocalDate until = fact.getValidUntil();
			boolean ends = until != null && until.isBefore(today.plusDays(SOON + 1L));
			if (ends) {
				reasons.add(until.isBefore(today) ? Reason.EXPIRED : Reason.EXPIRING);
			}
			if (!reasons.isEmpty()) {
				boolean restored = reasons.equals(List.of(Reason.RESTORED));
				entries.add(new Entry("figure", fact.getCode(), fact.getLabel().zh(), reasons, passages,
						restored ? null : figures.of(fact).text(), ends ? until : null));
			}
		}
		return entries;
	}

}
