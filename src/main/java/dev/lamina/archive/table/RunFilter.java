package dev.lamina.archive.table;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Which runs are wanted, in one line of text that {@link FilterParser} reads, the same on the command line and in the window:
 * <pre>
 *   gbr&lt;200 activation=mpelu tag:paper        all three hold
 *   state=finished and (accuracy>=91% or star=true) not seed=3
 *   "two moons"                               name, folder, group, tags or notes have this in them
 * </pre>
 * Fields are columns of the table; {@code =} and {@code !=} compare numbers or whole texts, {@code :} looks into texts, the
 * others compare numbers; {@code field=none} holds where nothing is. Capitals make no difference.
 */
public sealed interface RunFilter {
    /**
     * Whether a row is wanted.
     *
     * @throws dev.lamina.tensor.BadInputException if a field is none of the table's columns
     */
    boolean holds(RunTable table, int row);

    /** The rows that are wanted. */
    default BitSet rows(RunTable table) {
        BitSet rows = new BitSet(table.size());
        for (int row = 0; row < table.size(); row++) {
            rows.set(row, holds(table, row));
        }
        return rows;
    }

    /** Every one of these holds. */
    record All(List<RunFilter> parts) implements RunFilter {
        @Override
        public boolean holds(RunTable table, int row) {
            return parts.stream().allMatch(part -> part.holds(table, row));
        }
    }

    /** One of these holds. */
    record Any(List<RunFilter> parts) implements RunFilter {
        @Override
        public boolean holds(RunTable table, int row) {
            return parts.stream().anyMatch(part -> part.holds(table, row));
        }
    }

    /** This does not hold. */
    record Not(RunFilter part) implements RunFilter {
        @Override
        public boolean holds(RunTable table, int row) {
            return !part.holds(table, row);
        }
    }

    /** A text somewhere in what people call a run and say of it. */
    record Text(String wanted) implements RunFilter {
        private static final List<String> WHERE = List.of("name", "title", "group", "tags", "notes");

        @Override
        public boolean holds(RunTable table, int row) {
            String low = wanted.toLowerCase(Locale.ROOT);
            return WHERE.stream()
                    .flatMap(name -> table.find(name).stream())
                    .flatMap(column -> Stream.ofNullable(column.text(row)))
                    .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(low));
        }
    }

    /** How a field is compared. */
    enum Comparison {
        EQUAL("="),
        UNEQUAL("!="),
        LESS("<"),
        AT_MOST("<="),
        GREATER(">"),
        AT_LEAST(">="),
        CONTAINS(":");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }
    }

    /** A field compared with a value. */
    record Field(String name, Comparison comparison, String value) implements RunFilter {
        private static final String NONE = "none";
        private static final double ROUNDING = 1e-12;

        @Override
        public boolean holds(RunTable table, int row) {
            Column column = table.column(name);
            return switch (comparison) {
                case EQUAL -> equal(column, row);
                case UNEQUAL -> !equal(column, row);
                case CONTAINS -> column.shown(row).toLowerCase(Locale.ROOT).contains(value.toLowerCase(Locale.ROOT));
                case LESS -> column.number(row) < number();
                case AT_MOST -> column.number(row) <= number();
                case GREATER -> column.number(row) > number();
                case AT_LEAST -> column.number(row) >= number();
            };
        }

        private boolean equal(Column column, int row) {
            if (column.isAbsent(row)) {
                return value.equalsIgnoreCase(NONE);
            }
            String text = column.text(row);
            double wanted = number();
            return text != null
                    ? text.equalsIgnoreCase(value)
                    : Math.abs(column.number(row) - wanted) <= ROUNDING * Math.abs(wanted);
        }

        /** NaN, to which nothing compares, of a text. */
        private double number() {
            return WrittenNumber.of(value);
        }
    }
}
