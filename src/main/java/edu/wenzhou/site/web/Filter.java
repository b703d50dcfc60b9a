package edu.wenzhou.site.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * One choice of a list page, made by a GET parameter of the same name. Without the
 * parameter, or with an empty one, nothing is filtered. {@link Filters} makes them.
 *
 * @param <T> what is filtered by
 */
public final class Filter<T> {

	private final String name;

	private final List<Choice<T>> choices;

	private final Choice<T> selected;

	Filter(String name, List<Choice<T>> choices, String value) {
		this.name = name;
		this.choices = List.copyOf(choices);
		String wanted = (value != null) ? value.strip() : "";
		this.selected = wanted.isEmpty() ? null
				: choices.stream()
					.filter((choice) -> choice.value().equals(wanted))
					.findFirst()
					.orElseThrow(() -> new UnknownChoiceException(this, wanted));
	}

	/**
	 * The parameter, and the end of the message key of its label: {@code filter.<name>}.
	 */
	public String getName() {
		return this.name;
	}

	public List<Choice<T>> getChoices() {
		return this.choices;
	}

	/** Null when nothing is filtered. */
	public Choice<T> getSelected() {
		return this.selected;
	}

	/** The property that listed items have; null when nothing is filtered. */
	public T chosen() {
		return (this.selected != null) ? this.selected.property() : null;
	}

	/** Whether an item with that property is to be listed. */
	public boolean admits(T property) {
		return this.selected == null || Objects.equals(this.selected.property(), property);
	}

	/** Whether an item with those properties is to be listed. */
	public boolean admitsAny(List<T> properties) {
		return this.selected == null || properties.contains(this.selected.property());
	}

	/**
	 * Items under the choice that each belongs to, in the order of the choices; choices
	 * without items are left out.
	 */
	public <I> Map<Choice<T>, List<I>> group(List<I> items, Function<I, T> property) {
		Map<Choice<T>, List<I>> groups = new LinkedHashMap<>();
		for (Choice<T> choice : this.choices) {
			List<I> group = items.stream()
				.filter((item) -> Objects.equals(property.apply(item), choice.property()))
				.toList();
			if (!group.isEmpty()) {
				groups.put(choice, group);
			}
		}
		return groups;
	}

	/**
	 * Something to filter by.
	 *
	 * @param value the parameter's value
	 * @param label what a reader sees
	 * @param lang the {@code lang} attribute that the label needs, or null
	 * @param property what listed items have; null for "has none"
	 */
	public record Choice<T>(String value, String label, String lang, T property) {

		public Choice(String value, String label, T property) {
			this(value, label, null, property);
		}

	}

}
