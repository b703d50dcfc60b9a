package edu.wenzhou.site.fact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import edu.wenzhou.site.fact.SearchedSentence.Span;
import edu.wenzhou.site.publishing.Passages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds passages in the source texts, where offsets count Unicode characters. */
@Component
class SourcePassages implements Passages {

	/** Longer than any sentence; what is longer still was not copied from one. */
	private static final int LONGEST = 1000;

	/** Of a hundred letters, how many may differ in what is called similar. */
	private static final int DIFFERENT = 40;

	/** Of the similar sentences to one that was looked for. */
	private static final int MOST_SIMILAR = 3;

	private final JdbcClient jdbc;

	SourcePassages(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public int count(String quote) {
		return find(quote).stream().mapToInt(Place::times).sum();
	}

	@Override
	public long id(String quote) {
		List<Place> found = find(quote);
		if (found.size() != 1 || found.get(0).times() != 1) {
			throw new IllegalArgumentException("Stands in the sources " + count(quote) + " times: " + quote);
		}
		Place place = found.get(0);
		int end = place.start() + quote.codePointCount(0, quote.length());
		// A passage is stored once, whoever quotes it
		this.jdbc
			.sql("""
					insert into source_quote (source_document_id, source_sentence_id, start_offset, end_offset, quote, anchor)
					values (?, ?, ?, ?, ?, ?) on conflict do nothing""")
			.params(place.document(), place.sentence(), place.start(), end, quote,
					place.slug() + "-" + place.start() + "-" + end)
			.update();
		return this.jdbc.sql("""
				select id from source_quote where source_document_id = ? and start_offset = ? and end_offset = ?""")
			.params(place.document(), place.start(), end)
			.query(Long.class)
			.single();
	}

	/** The sentences that hold a text. */
	private List<Place> find(String quote) {
		return this.jdbc.sql("""
				select s.source_document_id as document, s.id as sentence, d.slug,
				  s.start_offset + strpos(s.content, :quote) - 1 as start,
				  (length(s.content) - length(replace(s.content, :quote, ''))) / length(:quote) as times
				from source_sentence s join source_document d on d.id = s.source_document_id
				where strpos(s.content, :quote) > 0""").param("quote", quote).query(Place.class).list();
	}

	@Override
	public Optional<String> closest(String text) {
		List<SearchedSentence> all = sentences();
		return similar(all, text).findFirst()
			.map((similar) -> Stream.of(similar.sentence().text(similar.span()), similar.sentence().content()))
			.flatMap((wordings) -> wordings.filter((wording) -> isOnce(all, wording)).findFirst());
	}

	@Override
	public Found search(String words) {
		List<SearchedSentence> all = sentences();
		List<SearchedSentence> choice = all.stream().filter((sentence) -> isOnce(all, sentence.content())).toList();
		int[] whole = SearchedSentence.letters(words);
		List<int[]> each = Stream.of(words.strip().split("\\s+")).map(SearchedSentence::letters).toList();
		List<Sentence> found = new ArrayList<>();
		for (SearchedSentence sentence : choice) {
			Span span = sentence.find(whole);
			List<Span> spans = (span != null) ? List.of(span) : each.stream().map(sentence::find).toList();
			if (whole.length == 0 || spans.stream().noneMatch(Objects::isNull)) {
				found.add(found(all, sentence, (whole.length > 0) ? spans : List.of(), span));
			}
		}
		return found.isEmpty() ? new Found(false, similar(all, choice, words)) : new Found(true, found);
	}

	/** To each sentence that was looked for the ones most like it. */
	private List<Sentence> similar(List<SearchedSentence> all, List<SearchedSentence> choice, String words) {
		return Stream.of(words.split("(?<=。)"))
			.flatMap((part) -> similar(choice, part).limit(MOST_SIMILAR))
			.distinct()
			.map((similar) -> found(all, similar.sentence(), List.of(similar.span()), similar.span()))
			.toList();
	}

	/** The most similar first. */
	private static Stream<Similar> similar(List<SearchedSentence> sentences, String text) {
		int[] letters = SearchedSentence.letters(text);
		if (letters.length > LONGEST) {
			return Stream.empty();
		}
		return sentences.stream()
			.map((sentence) -> new Similar(sentence, sentence.closest(letters)))
			.filter((similar) -> similar.span() != null
					&& similar.span().distance() * 100 <= letters.length * DIFFERENT)
			.sorted(Comparator.comparingInt((similar) -> similar.span().distance()));
	}

	/** A sentence that was found, and by which words. */
	private static Sentence found(List<SearchedSentence> all, SearchedSentence sentence, List<Span> marked,
			Span quotable) {
		String words = (quotable != null) ? sentence.text(quotable) : null;
		boolean part = words != null && !words.equals(sentence.content()) && isOnce(all, words);
		return new Sentence(sentence.heading(), sentence.content(), sentence.parts(marked), part ? words : null);
	}

	/**
	 * Whether a text stands in the sources once, so that it says which place is meant.
	 */
	private static boolean isOnce(List<SearchedSentence> all, String text) {
		int found = 0;
		for (SearchedSentence sentence : all) {
			for (int at = sentence.content().indexOf(text); at >= 0; at = sentence.content().indexOf(text, at + 1)) {
				found++;
			}
		}
		return found == 1;
	}

	/** All but the lines that are left out of what the public reads. */
	private List<SearchedSentence> sentences() {
		return this.jdbc.sql("""
				select coalesce(s.heading, d.title_zh) as heading, s.content, s.masked, s.restored
				from source_sentence s join source_document d on d.id = s.source_document_id
				where not exists (
				  select 1 from source_omission o where o.source_document_id = d.id and not o.shown
				  and o.start_offset < s.end_offset and o.end_offset > s.start_offset)
				order by d.position, d.id, s.start_offset""")
			.query((row, number) -> new SearchedSentence(row.getString("heading"), row.getString("content"),
					row.getString("masked"), row.getString("restored")))
			.list();
	}

	/** Where a text stands, and how often in that sentence. */
	record Place(long document, long sentence, String slug, int start, int times) {

	}

	/** A sentence, and the part of it that is like a text. */
	private record Similar(SearchedSentence sentence, Span span) {

	}

}
