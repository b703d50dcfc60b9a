package edu.wenzhou.site.web;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import edu.wenzhou.site.web.FormerAddresses.Answer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Says where to go on from an address at which nothing was found: to the page that was
 * meant by another spelling, or to wherever what stood there has moved, however many
 * steps ago. The answer is the last address, so a visitor is sent on once.
 */
@Component
public class Moves {

	private final ObjectProvider<FormerAddresses> former;

	private final PublicAddresses addresses;

	Moves(ObjectProvider<FormerAddresses> former, PublicAddresses addresses) {
		this.former = former;
		this.addresses = addresses;
	}

	/**
	 * What became of an address.
	 * @param asked at which nothing was found
	 * @param uri as it came, encoded
	 * @param parameters that came with it
	 * @return nothing if nothing ever stood there
	 */
	Optional<Answer> from(Address asked, String uri, Map<String, String[]> parameters) {
		// What is spelled right already would have been found
		if (!asked.canonical().equals(uri) && isPage(asked)) {
			return Optional.of(new Answer(asked.canonical() + this.addresses.query(asked.path(), parameters)));
		}
		return from(asked);
	}

	/** What became of an address that is no page now. */
	public Optional<Answer> from(Address asked) {
		return follow(asked, new HashSet<>());
	}

	private Optional<Answer> follow(Address asked, Set<Address> seen) {
		if (!seen.add(asked)) {
			return Optional.of(Answer.GONE);
		}
		Optional<Answer> answer = this.former.orderedStream()
			.map((one) -> one.at(asked))
			.flatMap(Optional::stream)
			.findFirst();
		Optional<Address> next = answer.map(Answer::movedTo).flatMap(Address::of);
		if (next.isEmpty() || next.get().isFile() || isPage(next.get())) {
			return answer;
		}
		// Where it led to is no page any more: it has moved on, or is gone with it
		return Optional.of(follow(next.get(), seen).orElse(Answer.GONE));
	}

	/** Whether a page stands where the address means. */
	public boolean isPage(Address address) {
		return !address.isFile() && this.addresses.answers(address.path());
	}

}
