package edu.wenzhou.site.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import edu.wenzhou.site.web.Filter.Choice;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Makes filters. A filter refuses a value that it does not offer: the visitor then gets a
 * 400 page with the values that it does.
 */
@Component
public class Filters {

	/** The parameter value for "has none". */
	private static final String NONE = "none";

	private final MessageSource messages;

	Filters(MessageSource messages) {
		this.messages = messages;
	}

	/**
	 * A filter by an enum; the message {@code filter.<name>.<value>} labels each choice.
	 * @param value the parameter as it came; may be null
	 */
	public <E extends Enum<E>> Filter<E> byEnum(String name, Class<E> type, String value) {
		return new Filter<>(name, choices(name, type), value);
	}

	/**
	 * The same for a property that an item may lack, with a last choice for those that
	 * do.
	 */
	public <E extends Enum<E>> Filter<E> byOptionalEnum(String name, Class<E> type, String value) {
		List<Choice<E>> choices = choices(name, type);
		choices.add(new Choice<>(NONE, label(name, NONE), null));
		return new Filter<>(name, choices, value);
	}

	/** A filter by choices from the database. */
	public <T> Filter<T> by(String name, List<Choice<T>> choices, String value) {
		return new Filter<>(name, choices, value);
	}

	/**
	 * How a constant is spelled in addresses and message keys: OVERSEAS_CENTRE is
	 * overseas-centre.
	 */
	public static String value(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	private <E extends Enum<E>> List<Choice<E>> choices(String name, Class<E> type) {
		List<Choice<E>> choices = new ArrayList<>();
		Arrays.stream(type.getEnumConstants())
			.forEach((constant) -> choices.add(new Choice<>(value(constant), label(name, value(constant)), constant)));
		return choices;
	}

	private String label(String name, String value) {
		return this.messages.getMessage("filter." + name + "." + value, null, LocaleContextHolder.getLocale());
	}

}
