package dev.lamina.archive.table;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One quantity of all runs. A cell holds a number, a text, or nothing: the three are told apart, so that a run without a
 * setting, or with one of another kind, stays in the table.
 */
public final class Column {
    /** What it is of. */
    public enum Kind {
        /** The run itself: name, state, seed, times. */
        RUN,
        /** What a person says of it. */
        NOTE,
        /** A setting, by its dotted key. */
        SETTING,
        /** The last value that was measured, by the tag's id. */
        METRIC
    }

    private final String name;
    private final Kind kind;
    private final double[] numbers;
    private final @Nullable String[] texts;

    /** @param cells of each row: numbers, texts, booleans as texts, or null */
    Column(String name, Kind kind, @Nullable Object[] cells) {
        this.name = name;
        this.kind = kind;
        numbers = new double[cells.length];
        texts = new String[cells.length];
        for (int i = 0; i < cells.length; i++) {
            numbers[i] = cells[i] instanceof Number number ? number.doubleValue() : Double.NaN;
            texts[i] = cells[i] == null || cells[i] instanceof Number ? null : String.valueOf(cells[i]);
        }
    }

    public String name() {
        return name;
    }

    public Kind kind() {
        return kind;
    }

    /** Whether it is a setting that results may depend on, rather than the seed or what computes. */
    public boolean isHyperparameter() {
        return kind == Kind.SETTING && !name.equals("seed") && !name.startsWith("backend.");
    }

    /** The number in a row, NaN where there is none. */
    public double number(int row) {
        return numbers[row];
    }

    /** The text in a row, null where there is none. */
    public @Nullable String text(int row) {
        return texts[row];
    }

    public boolean isAbsent(int row) {
        return Double.isNaN(numbers[row]) && texts[row] == null;
    }

    /** Whether no cell holds a text: what can have an axis of numbers. */
    public boolean isNumeric() {
        return Arrays.stream(texts).allMatch(Objects::isNull)
                && Arrays.stream(numbers).anyMatch(number -> !Double.isNaN(number));
    }

    /** The distinct texts, sorted. */
    public List<String> categories() {
        return Arrays.stream(texts).filter(Objects::nonNull).distinct().sorted().toList();
    }

    /** Whether not all rows hold the same. */
    public boolean differs() {
        for (int row = 1; row < numbers.length; row++) {
            if (Double.compare(numbers[row], numbers[0]) != 0 || !Objects.equals(texts[row], texts[0])) {
                return true;
            }
        }
        return false;
    }

    /** Numbers first by size, then texts by letters, then nothing. */
    public int compare(int a, int b) {
        int absent = Boolean.compare(isAbsent(a), isAbsent(b));
        String textA = texts[a];
        String textB = texts[b];
        if (absent != 0 || (textA == null && textB == null)) {
            return absent != 0 ? absent : Double.compare(numbers[a], numbers[b]);
        }
        return textA == null ? -1 : textB == null ? 1 : textA.compareToIgnoreCase(textB);
    }

    /** A cell as programs read it: shortest decimal number, text, or nothing. */
    public String shown(int row) {
        String text = texts[row];
        if (text != null) {
            return text;
        }
        double number = numbers[row];
        if (Double.isNaN(number)) {
            return "";
        }
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? String.valueOf((long) number)
                : String.valueOf(number).toLowerCase(Locale.ROOT);
    }
}
