package edu.wenzhou.site.publishing;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

import edu.wenzhou.site.publishing.Field.Files;
import edu.wenzhou.site.publishing.Field.Target;
import edu.wenzhou.site.staff.Section;
import edu.wenzhou.site.web.NotFoundException;

/**
 * A kind of content, as its feature describes it: the fields of its form, the table that
 * they go to, and where the public sees it. Features offer theirs as beans. Labels are
 * the messages {@code staff.field.<type>.<field>} or {@code staff.field.<field>}, hints
 * the same with {@code .hint}.
 */
public final class ContentType {

	private final String key;

	private final Section section;

	private final String table;

	private final List<Field> fields = new ArrayList<>();

	private String slug = "slug";

	private String title;

	private boolean single;

	private int months;

	private List<String> reserved = List.of();

	private String date;

	private String expiry;

	private BiFunction<String, Values, String> path;

	private Function<Values, List<Problem>> rule = (values) -> List.of();

	private ContentType(String key, Section section, String table, String title) {
		this.key = key;
		this.section = section;
		this.table = table;
		this.title = title;
	}

	/**
	 * Begins a description; the fields follow in the order of the form.
	 * @param key names it in addresses and messages, such as {@code campus}
	 * @param section which roles reach it
	 * @param table that holds what is public
	 * @param title the field that people know an item by, without a language
	 */
	public static ContentType of(String key, Section section, String table, String title) {
		return new ContentType(key, section, table, title);
	}

	/** There is one and there stays one: it is neither made nor taken away. */
	public ContentType single() {
		this.single = true;
		return this;
	}

	/**
	 * After how many months people look whether an item is still right, if nothing else
	 * is set; never where this is not said.
	 */
	public ContentType lookAgainAfter(int months) {
		this.months = months;
		return this;
	}

	/** What names an item in addresses, when the column is not called slug. */
	public ContentType slug(String column) {
		this.slug = column;
		return this;
	}

	/** Slugs that are addresses of something else. */
	public ContentType reserved(String... slugs) {
		this.reserved = List.of(slugs);
		return this;
	}

	/**
	 * Where the public sees an item of that slug; with {@code #} where it is a part of a
	 * page.
	 */
	public ContentType at(BiFunction<String, Values, String> path) {
		this.path = path;
		return this;
	}

	/**
	 * The field with the time that the public sees as an item's date; left empty it is
	 * that of the first publication.
	 */
	public ContentType datedBy(String field) {
		this.date = field;
		return this;
	}

	/** The field with the time after which an item is no longer public. */
	public ContentType expiresBy(String field) {
		this.expiry = field;
		return this;
	}

	/** What must hold between fields before an item can be published. */
	public ContentType rule(Function<Values, List<Problem>> rule) {
		this.rule = rule;
		return this;
	}

	/** A field in Chinese and English. */
	public ContentType text(String name, Kind kind, boolean required) {
		add(name + "_zh", kind, name + "_zh", required);
		return add(name + "_en", kind, name + "_en", false);
	}

	/** A field without a language. */
	public ContentType plain(String name, Kind kind, boolean required) {
		return add(name, kind, name, required);
	}

	/** A whole number between two others. */
	public ContentType number(String name, int least, int most, boolean required) {
		this.fields.add(new Field(name, Kind.NUMBER, name, required, least, most, List.of(), null, null));
		return this;
	}

	/** A number with a fraction between two others. */
	public ContentType decimal(String name, int least, int most) {
		this.fields.add(new Field(name, Kind.DECIMAL, name, false, least, most, List.of(), null, null));
		return this;
	}

	/** One of an enum's constants. */
	public ContentType choice(String name, String column, Class<? extends Enum<?>> options, String messages,
			boolean required) {
		List<String> names = List.of(options.getEnumConstants()).stream().map(Enum::name).toList();
		this.fields.add(new Field(name, Kind.CHOICE, column, required, 0, 0, names, messages, null));
		return this;
	}

	/** Another record, or none. */
	public ContentType reference(String name, String column, String table, String key, String label, boolean required) {
		this.fields.add(new Field(name, Kind.REFERENCE, column, required, 0, 0, List.of(), null,
				Target.of(table, key, label, null, null)));
		return this;
	}

	/** Other records in an order of their own. */
	public ContentType list(String name, String table, String key, String label, String join, String joinColumn,
			boolean required) {
		this.fields.add(new Field(name, Kind.LIST, null, required, 0, 0, List.of(), null,
				Target.of(table, key, label, join, joinColumn)));
		return this;
	}

	/** Attachments from the library, in an order of their own; the newest are offered. */
	public ContentType attachments(String name, String join) {
		return files(name, Target.files(join, Files.ATTACHMENTS));
	}

	/** Pictures from the library, in the same way; only those that are described. */
	public ContentType pictures(String name, String join) {
		return files(name, Target.files(join, Files.PICTURES));
	}

	private ContentType files(String name, Target target) {
		this.fields.add(new Field(name, Kind.LIST, null, false, 0, 0, List.of(), null, target));
		return this;
	}

	/** The passages of the sources that an item rests on. */
	public ContentType quotes() {
		return add("sources", Kind.QUOTES, null, false);
	}

	/** The passages that one field of an item rests on. */
	public ContentType quotesOf(String field) {
		return add("sources_of_" + field, Kind.QUOTES, null, false);
	}

	private ContentType add(String name, Kind kind, String column, boolean required) {
		this.fields
			.add(new Field(name, kind, column, required, Integer.MIN_VALUE, Integer.MAX_VALUE, List.of(), null, null));
		return this;
	}

	public String getKey() {
		return this.key;
	}

	public Section getSection() {
		return this.section;
	}

	public boolean isSingle() {
		return this.single;
	}

	public List<Field> getFields() {
		return Collections.unmodifiableList(this.fields);
	}

	/** The field that people know an item by, without its language. */
	public String getTitleField() {
		return this.title;
	}

	/**
	 * The field with the time that the public sees as an item's date; null where items
	 * have none.
	 */
	public String getDateField() {
		return this.date;
	}

	/** Nought for never. */
	int lookAgain() {
		return this.months;
	}

	String table() {
		return this.table;
	}

	/** The column, and the field, that names an item. */
	String slugField() {
		return this.slug;
	}

	/** The text that people know an item by, without a language. */
	String titleName() {
		return this.title;
	}

	/** The field of that text in Chinese. */
	String titleField() {
		return this.title + "_zh";
	}

	List<String> reserved() {
		return this.reserved;
	}

	String dateField() {
		return this.date;
	}

	String expiryField() {
		return this.expiry;
	}

	/** When an item with these values ends; null for never. */
	Instant expiry(Values values) {
		return (this.expiry == null || !values.has(this.expiry)) ? null
				: LocalDateTime.parse(values.get(this.expiry), TypedTables.MINUTE).atZone(TypedTables.ZONE).toInstant();
	}

	String slug(Values values) {
		return values.get(this.slug);
	}

	String title(Values values) {
		return values.get(titleField());
	}

	/** Whether a picture stands in one of its lists. */
	boolean showsInList(String sha256, Values values) {
		return this.fields.stream()
			.anyMatch((field) -> field.isOfPictures() && values.lines(field.name()).contains(sha256));
	}

	/** The public address of an item with these values. */
	String path(Values values) {
		return this.path.apply(slug(values), values);
	}

	/**
	 * The field of that name, if it quotes the sources.
	 * @throws NotFoundException if there is none
	 */
	Field quotesField(String name) {
		return this.fields.stream()
			.filter((field) -> field.kind() == Kind.QUOTES && field.name().equals(name))
			.findFirst()
			.orElseThrow(NotFoundException::new);
	}

	List<Problem> problems(Values values) {
		return this.rule.apply(values);
	}

	/** The quote fields have a table in common. */
	String quoteTable() {
		return this.table + "_source";
	}

}
