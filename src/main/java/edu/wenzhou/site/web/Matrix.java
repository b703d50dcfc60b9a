package edu.wenzhou.site.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

import edu.wenzhou.site.web.Filter.Choice;

/**
 * How many items each pair of choices of two filters would leave, so that every count can
 * be a link to its list. Choices that no item has are left out.
 *
 * @param rows the parameter whose choices head the rows
 * @param columns the parameter whose choices head the columns
 * @param headings of the columns with items, in their order
 * @param lines the rows with items, in their order
 * @param totals the sums of the columns, the sum of all last
 */
public record Matrix(String rows, String columns, List<String> headings, List<Line> lines, List<Cell> totals) {

	/** Counts the items by two of their properties. */
	public static <I, R, C> Matrix of(List<I> items, Filter<R> rows, Function<I, R> row, Filter<C> columns,
			Function<I, C> column) {
		return of(items, (item) -> 1, rows, row, columns, column);
	}

	/**
	 * The same for items that stand for several each, such as counts from the database.
	 */
	public static <I, R, C> Matrix of(List<I> items, ToLongFunction<I> number, Filter<R> rows, Function<I, R> row,
			Filter<C> columns, Function<I, C> column) {
		List<Choice<R>> rowChoices = List.copyOf(rows.group(items, row).keySet());
		List<Choice<C>> columnChoices = List.copyOf(columns.group(items, column).keySet());
		List<Line> lines = new ArrayList<>();
		for (Choice<R> rowChoice : rowChoices) {
			Predicate<I> inRow = (item) -> Objects.equals(row.apply(item), rowChoice.property());
			lines.add(new Line(rowChoice.label(),
					cells(items, number, inRow, rowChoice.value(), rows, columns, columnChoices, column)));
		}
		return new Matrix(rows.getName(), columns.getName(), columnChoices.stream().map(Choice::label).toList(), lines,
				cells(items, number, (item) -> true, null, rows, columns, columnChoices, column));
	}

	private static <I, C> List<Cell> cells(List<I> items, ToLongFunction<I> number, Predicate<I> inRow, String row,
			Filter<?> rows, Filter<C> columns, List<Choice<C>> columnChoices, Function<I, C> column) {
		List<Cell> cells = new ArrayList<>();
		for (Choice<C> choice : columnChoices) {
			long count = items.stream()
				.filter(inRow)
				.filter((item) -> Objects.equals(column.apply(item), choice.property()))
				.mapToLong(number)
				.sum();
			cells.add(cell(count, row, choice.value(), rows, columns));
		}
		cells.add(cell(items.stream().filter(inRow).mapToLong(number).sum(), row, null, rows, columns));
		return cells;
	}

	private static Cell cell(long count, String row, String column, Filter<?> rows, Filter<?> columns) {
		boolean current = Objects.equals(row, selected(rows)) && Objects.equals(column, selected(columns));
		return new Cell(count, row, column, current);
	}

	private static String selected(Filter<?> filter) {
		return (filter.getSelected() != null) ? filter.getSelected().value() : null;
	}

	/** A row: its heading, a count for each column, the sum last. */
	public record Line(String label, List<Cell> cells) {

	}

	/**
	 * A count, and the parameters that list just those items.
	 *
	 * @param row the parameter of the row's filter; null in the last line
	 * @param column the parameter of the column's filter; null in the last column
	 * @param current whether that is the list being shown
	 */
	public record Cell(long count, String row, String column, boolean current) {

	}

}
