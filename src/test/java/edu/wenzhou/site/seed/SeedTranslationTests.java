package edu.wenzhou.site.seed;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import edu.wenzhou.site.fact.FigureBook;
import edu.wenzhou.site.seed.SeedRecord.Text;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Every text of the seeds has its English, which says what the Chinese says. */
class SeedTranslationTests {

	/** Of these the digits are part of the name. */
	private static final String NAMES_WITH_DIGITS = "Top 50|Global 500|“5G\\+”|1\\+X|</?h[1-6]>";

	private static final Pattern TAG = Pattern.compile("</?[a-z0-9]+");

	private final List<Field> texts = texts(SeedTest.read(SeedTest.SEEDS));

	@Test
	void everyTextHasEnglish() {
		assertThat(this.texts).hasSizeGreaterThan(300);
		assertThat(this.texts).filteredOn((field) -> !field.isValue())
			.filteredOn((field) -> field.text().en() == null || (field.text().en().isBlank() && !field.isUnit()))
			.extracting(Field::place)
			.isEmpty();
	}

	/** A value is a number of its own or words, and words need English. */
	@Test
	void everyValueReadsInEnglish() {
		List<Field> values = this.texts.stream().filter(Field::isValue).toList();
		assertThat(values).filteredOn((field) -> field.text().en() == null)
			.allMatch((field) -> field.text().zh().matches("\\d{1,4}"));
		assertThat(values).filteredOn((field) -> field.text().en() != null && field.text().en().matches("[\\d,]+"))
			.allMatch((field) -> field.text().en().replace(",", "").equals(field.text().zh()));
		assertThat(values).filteredOn((field) -> field.text().en() != null && !field.text().en().matches("[\\d,]+"))
			.extracting((field) -> field.text().zh() + " = " + field.text().en())
			.containsExactly("第一 = first", "第一 = first", "2 = 200 million", "数百万 = several million", "10 = 1 billion");
	}

	@Test
	void englishNamesTheSameFigures() {
		assertThat(this.texts).filteredOn((field) -> !figures(field.text().zh()).equals(figures(field.english())))
			.extracting(Field::place)
			.isEmpty();
	}

	@Test
	void englishBodiesHaveTheSameStructure() {
		assertThat(this.texts).filteredOn((field) -> !tags(field.text().zh()).equals(tags(field.english())))
			.extracting(Field::place)
			.isEmpty();
	}

	@Test
	void englishHoldsNoChinese() {
		Pattern chinese = Pattern.compile("[\\p{IsHan}\u3000-\u303f\uff00-\uffef]");
		assertThat(this.texts).filteredOn((field) -> chinese.matcher(field.english()).find())
			.filteredOn((field) -> field.text().en() != null)
			.extracting(Field::place)
			.isEmpty();
	}

	@Test
	void englishHoldsNoNumberThatIsAFigure() {
		assertThat(this.texts).filteredOn((field) -> !field.isValue())
			.filteredOn((field) -> FigureBook.REFERENCE.matcher(field.english())
				.replaceAll("")
				.replaceAll(NAMES_WITH_DIGITS, "")
				.matches("(?s).*\\d.*"))
			.extracting(Field::place)
			.isEmpty();
	}

	/**
	 * Apostrophes and quotation marks are typographic, spaces single and only between
	 * words.
	 */
	@Test
	void englishIsSetWithCare() {
		assertThat(this.texts)
			.filteredOn((field) -> field.english().replaceAll("(?m)^ +", "").matches("(?s).*(['\"]|  |\u00a0).*")
					|| !field.english().strip().equals(field.english().stripTrailing()))
			.extracting(Field::place)
			.isEmpty();
	}

	private static List<String> figures(String text) {
		return FigureBook.REFERENCE.matcher(text).results().map(MatchResult::group).sorted().toList();
	}

	private static List<String> tags(String text) {
		return TAG.matcher(text).results().map(MatchResult::group).toList();
	}

	private static List<Field> texts(Seeds seeds) {
		List<Field> texts = new ArrayList<>();
		seeds.documents().forEach((document) -> texts.addAll(texts(document.document())));
		Stream
			.<List<? extends SeedRecord>>of(seeds.omissions(), seeds.facts(), seeds.profile(), seeds.sections(),
					seeds.events(), seeds.predecessors(), seeds.campuses(), seeds.schools(), seeds.honours(),
					seeds.partnerships())
			.flatMap(List::stream)
			.forEach((record) -> texts.addAll(texts(record)));
		return texts;
	}

	private static List<Field> texts(SeedRecord record) {
		return Stream.of(record.getClass().getRecordComponents())
			.filter((component) -> component.getType() == Text.class)
			.map((component) -> field(record, component))
			.filter(Objects::nonNull)
			.toList();
	}

	private static Field field(SeedRecord record, RecordComponent component) {
		try {
			Text text = (Text) component.getAccessor().invoke(record);
			return (text != null)
					? new Field(record.getClass().getSimpleName(), record.slug(), component.getName(), text) : null;
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** A text and where it stands. */
	private record Field(String type, String slug, String name, Text text) {

		String place() {
			return this.type + " " + this.slug + ": " + this.name;
		}

		/** A value without English is a number, the same in both languages. */
		String english() {
			return (this.text.en() != null) ? this.text.en() : this.text.zh();
		}

		boolean isValue() {
			return "Fact".equals(this.type) && "value".equals(this.name);
		}

		/** May be empty: 1965年 is 1965. */
		boolean isUnit() {
			return "Fact".equals(this.type) && "unit".equals(this.name);
		}

	}

}
