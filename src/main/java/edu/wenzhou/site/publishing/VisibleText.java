package edu.wenzhou.site.publishing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import edu.wenzhou.site.text.RichText;
import org.jsoup.parser.Parser;
import org.springframework.web.util.HtmlUtils;

/**
 * What readers see of a value, and where each letter of it stands in the value. So words
 * can be found and replaced in it while everything else stays as it is, letter by letter:
 * elements, what they are given, addresses, the codes of figures.
 */
final class VisibleText {

	private static final int AROUND = 24;

	/** A tag or a comment, or a letter written as a reference. */
	private static final Pattern MARKUP = Pattern
		.compile("<!--.*?-->|</?([a-zA-Z][a-zA-Z0-9]*)(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+>"
				+ "|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});", Pattern.DOTALL);

	/** No tag is longer; so what only looks like one takes no time. */
	private static final int LONGEST = 10_000;

	/** Elements within a line; what stands left and right of others is no one phrase. */
	private static final Pattern INLINE = Pattern.compile("a|em|strong");

	/** As {@code FigureBook} reads it. */
	private static final Pattern CODE = Pattern.compile("\\[\\[[^\\[\\]\\n]*+\\]\\]");

	/** Of a page, a site or a mailbox. */
	private static final Pattern ADDRESS = Pattern.compile("""
			(?i)(?:https?://|(?<![a-z0-9])www\\.)[!-~]++\
			|(?<![a-z0-9._%+-])[a-z0-9._%+-]++@[a-z0-9.-]++\
			|(?<![a-z0-9.-])[a-z0-9-][a-z0-9.-]*+(?<=\\.(?:cn|com|net|org|edu|gov))[!-~]*+""");

	private final String value;

	private final boolean rich;

	private final StringBuilder text = new StringBuilder();

	/** Where each letter begins and ends in the value. */
	private final int[] begins;

	private final int[] ends;

	/** The letters before which an element begins or ends. */
	private final BitSet breaks = new BitSet();

	private VisibleText(String value, boolean rich) {
		this.value = value;
		this.rich = rich;
		this.begins = new int[value.length() + 1];
		this.ends = new int[value.length() + 1];
	}

	static VisibleText of(Kind kind, String value) {
		VisibleText visible = new VisibleText(value, kind == Kind.RICH);
		visible.read();
		return visible;
	}

	private void read() {
		Matcher markup = MARKUP.matcher(this.value);
		int at = 0;
		while (at < this.value.length()) {
			char letter = this.value.charAt(at);
			boolean marked = this.rich && (letter == '<' || letter == '&')
					&& markup.region(at, Math.min(this.value.length(), at + LONGEST)).lookingAt();
			if (!marked) {
				add(String.valueOf(letter), at, at + 1);
				at++;
			}
			else {
				mark(markup.group(), markup.group(1), at, markup.end());
				at = markup.end();
			}
		}
	}

	private void mark(String markup, String element, int from, int to) {
		if (markup.startsWith("&")) {
			add(Parser.unescapeEntities(markup, false), from, to);
			return;
		}
		this.breaks.set(this.text.length());
		if (element != null && !INLINE.matcher(element).matches()) {
			add("\n", from, to);
		}
	}

	/** A reference is always longer than what it stands for. */
	private void add(String letters, int from, int to) {
		for (int i = 0; i < letters.length(); i++) {
			this.begins[this.text.length()] = from;
			this.ends[this.text.length()] = to;
			this.text.append(letters.charAt(i));
		}
	}

	/**
	 * Where a phrase stands in one piece, from left to right. A part of an address is
	 * left alone, and so is everything of a figure's code.
	 */
	List<Match> find(String phrase) {
		List<Match> matches = new ArrayList<>();
		List<int[]> codes = null;
		List<int[]> addresses = null;
		int at = this.text.indexOf(phrase);
		while (at >= 0) {
			int from = at;
			int to = at + phrase.length();
			codes = (codes != null) ? codes : all(CODE);
			addresses = (addresses != null) ? addresses : all(ADDRESS);
			boolean whole = this.breaks.nextSetBit(from + 1) < 0 || this.breaks.nextSetBit(from + 1) >= to;
			boolean fits = whole && codes.stream().noneMatch((code) -> from < code[1] && code[0] < to)
					&& addresses.stream()
						.noneMatch((one) -> from < one[1] && one[0] < to && (from > one[0] || to < one[1]));
			if (fits) {
				matches.add(match(this.begins[from], this.ends[to - 1], from, to));
			}
			at = this.text.indexOf(phrase, fits ? to : from + 1);
		}
		return matches;
	}

	private List<int[]> all(Pattern pattern) {
		return pattern.matcher(this.text).results().map((one) -> new int[] { one.start(), one.end() }).toList();
	}

	/** What readers see around a part of the value. */
	Match around(int begin, int end) {
		int from = 0;
		while (from < this.text.length() && this.begins[from] < begin) {
			from++;
		}
		int to = from;
		while (to < this.text.length() && this.begins[to] < end) {
			to++;
		}
		return match(begin, end, from, to);
	}

	private Match match(int begin, int end, int from, int to) {
		int first = Math.max(0, from - AROUND);
		int last = Math.min(this.text.length(), to + AROUND);
		return new Match(begin, end, ((first > 0) ? "…" : "") + line(whole(first), from), line(from, to),
				line(to, whole(last)) + ((last < this.text.length()) ? "…" : ""));
	}

	/** Not between the halves of a letter. */
	private int whole(int at) {
		return (at > 0 && at < this.text.length() && Character.isLowSurrogate(this.text.charAt(at))) ? at - 1 : at;
	}

	private String line(int from, int to) {
		return this.text.substring(from, Math.max(from, to)).replaceAll("\\s+", " ");
	}

	/** A phrase as it is written into a value of that kind. */
	static String written(Kind kind, String phrase) {
		return (kind == Kind.RICH) ? RichText.sanitize(HtmlUtils.htmlEscape(phrase, "UTF-8")) : phrase;
	}

	/**
	 * A part of a value.
	 *
	 * @param from where it begins in the value
	 * @param to where it ends there
	 * @param before what readers see before it
	 * @param seen what they see of it
	 * @param after what they see after it
	 */
	record Match(int from, int to, String before, String seen, String after) {

	}

}
