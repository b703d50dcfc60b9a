package edu.wenzhou.site.publishing;

import java.util.List;
import java.util.Optional;

import edu.wenzhou.site.publishing.Attention.Part;

/** The passages of the source texts, for fields that quote them. */
public interface Passages {

	/** How often a text stands in the sources, each time within one sentence. */
	int count(String quote);

	/**
	 * The passage of a text that stands in the sources once, stored if it was not yet.
	 * @return the id of the row that holds it
	 */
	long id(String quote);

	/**
	 * The passage that somebody must have meant who wrote a text that is in no source.
	 * @return word for word, to be found once; empty where nothing is like it
	 */
	Optional<String> closest(String text);

	/**
	 * Sentences to choose from: those that hold all these words, or the most similar ones
	 * where none does. How something is typed does not matter: width, case, blanks, and
	 * masked words may be written as what they were.
	 * @param words blanks between them; all sentences for none
	 */
	Found search(String words);

	/**
	 * What a search found, in the order of the sources or of their likeness.
	 *
	 * @param exact whether the words stand in them; else they are only similar
	 */
	record Found(boolean exact, List<Sentence> sentences) {

		/** Whether words that the source has masked are shown. */
		public boolean isRestored() {
			return this.sentences.stream()
				.flatMap((sentence) -> sentence.parts().stream())
				.anyMatch((part) -> part.mark() == Attention.Mark.RESTORED);
		}

	}

	/**
	 * A sentence to choose.
	 *
	 * @param heading under which it stands
	 * @param text word for word
	 * @param parts the same to be read, with what was looked for set off
	 * @param words what was looked for, word for word, if that is a part of it that can
	 * be quoted by itself; else null
	 */
	record Sentence(String heading, String text, List<Part> parts, String words) {

	}

}
