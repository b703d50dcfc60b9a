package edu.wenzhou.site.fact;

import java.util.List;

import edu.wenzhou.site.publishing.Passages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds passages in the source texts, where offsets count Unicode characters. */
@Component
class SourcePassages implements Passages {

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

	/** Where a text stands, and how often in that sentence. */
	record Place(long document, long sentence, String slug, int start, int times) {

	}

}
