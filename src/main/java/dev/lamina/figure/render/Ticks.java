package dev.lamina.figure.render;

import dev.lamina.figure.AxisRange;
import dev.lamina.figure.AxisScale;
import dev.lamina.figure.text.NumberText;
import java.util.ArrayList;
import java.util.List;

/**
 * Chooses ticks for an axis: on 1, 2 or 5 times a power of ten, on whole numbers, or on powers of ten with unlabelled
 * ticks between them. Worked example: 1 to 15 in whole numbers with room for 8 labels gives 2, 4, …, 14.
 */
final class Ticks {
    private static final int[] NICE_DIGITS = {1, 2, 5};
    private static final double SLACK = 1e-9;
    private static final int FEWEST_DECADES_LABELLED = 2;

    private Ticks() {}

    /** Ticks inside the range, at most about the given number of them labelled (at least 2). */
    static List<Tick> of(AxisScale scale, AxisRange range, int labelsThatFit) {
        int room = Math.max(2, labelsThatFit);
        return switch (scale) {
            case LINEAR -> linear(range, room, 0);
            case INTEGER -> linear(range, room, 1);
            case CATEGORIES -> throw new IllegalArgumentException("names stand with their axis");
            case LOGARITHMIC -> logarithmic(range, room);
            case DECADES -> decades(range, room);
        };
    }

    /** At every place, or at every second, third … where not all labels fit. */
    static List<Tick> ofCategories(List<String> names, int labelsThatFit) {
        int every = Math.max(1, Math.ceilDiv(names.size(), Math.max(1, labelsThatFit)));
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i < names.size(); i += every) {
            ticks.add(new Tick(i, names.get(i)));
        }
        return ticks;
    }

    private static List<Tick> linear(AxisRange range, int room, double smallestStep) {
        Step step = Step.atLeast(Math.max(smallestStep, (range.high() - range.low()) / room));
        int decimals = Math.max(0, -step.exponent());
        double largest = Math.max(Math.abs(range.low()), Math.abs(range.high()));
        boolean plain = largest < 1e5 && decimals <= 4;
        long first = (long) Math.ceil(range.low() / step.size() - SLACK);
        long last = (long) Math.floor(range.high() / step.size() + SLACK);
        List<Tick> ticks = new ArrayList<>();
        for (long i = first; i <= last; i++) {
            double value = power(i * step.digit(), step.exponent());
            ticks.add(new Tick(value, plain ? NumberText.plain(value, decimals) : NumberText.of(value)));
        }
        return ticks;
    }

    /** A distance between ticks, digit · 10^exponent, kept in two parts so that its multiples are exact. */
    private record Step(int digit, int exponent) {
        /** The smallest of 1, 2, 5 · 10ⁿ that is no smaller than a span. */
        static Step atLeast(double span) {
            int exponent = exponentOf(span);
            for (int digit : NICE_DIGITS) {
                if (power(digit, exponent) >= span * (1 - SLACK)) {
                    return new Step(digit, exponent);
                }
            }
            return new Step(1, exponent + 1);
        }

        double size() {
            return power(digit, exponent);
        }
    }

    private static int exponentOf(double value) {
        return (int) Math.floor(Math.log10(value) + SLACK);
    }

    private static List<Tick> logarithmic(AxisRange range, int room) {
        int lowest = (int) Math.ceil(Math.log10(range.low()) - SLACK);
        int highest = (int) Math.floor(Math.log10(range.high()) + SLACK);
        if (highest - lowest + 1 < FEWEST_DECADES_LABELLED) {
            return withinDecades(range, room);
        }
        int every = decadesApart(highest - lowest + 1, room);
        List<Tick> ticks = new ArrayList<>();
        for (int exponent = lowest - 1; exponent <= highest; exponent++) {
            boolean shown = Math.floorMod(exponent, every) == 0;
            addInside(ticks, range, power(1, exponent), shown ? NumberText.powerOfTen(exponent) : "");
            for (int digit = 2; digit <= 9 && every == 1; digit++) {
                addInside(ticks, range, power(digit, exponent), "");
            }
        }
        return ticks;
    }

    /** Between labels; round from ten on. */
    private static int decadesApart(int decades, int room) {
        int every = Math.ceilDiv(decades, room);
        return every < 10 ? every : (int) Step.atLeast(every).size();
    }

    /** The same for an axis in exponents, which may be those of numbers beyond any double. */
    private static List<Tick> decades(AxisRange range, int room) {
        int lowest = (int) Math.ceil(range.low() - SLACK);
        int highest = (int) Math.floor(range.high() + SLACK);
        if (highest - lowest + 1 < FEWEST_DECADES_LABELLED) {
            int base = Math.abs(lowest) > 300 ? (int) Math.floor(range.low()) : 0;
            AxisRange values = new AxisRange(power(range.low() - base), power(range.high() - base));
            String times = base == 0 ? "" : " × " + NumberText.powerOfTen(base);
            return withinDecades(values, room).stream()
                    .map(tick -> new Tick(Math.log10(tick.value()) + base, tick.labelled() ? tick.label() + times : ""))
                    .toList();
        }
        int every = decadesApart(highest - lowest + 1, room);
        List<Tick> ticks = new ArrayList<>();
        for (int exponent = lowest - 1; exponent <= highest; exponent++) {
            boolean shown = Math.floorMod(exponent, every) == 0;
            addPower(ticks, range, exponent, shown ? NumberText.powerOfTen(exponent) : "");
            for (int digit = 2; digit <= 9 && every == 1; digit++) {
                addPower(ticks, range, exponent + Math.log10(digit), "");
            }
        }
        return ticks;
    }

    private static void addPower(List<Tick> ticks, AxisRange range, double exponent, String label) {
        if (exponent >= range.low() - SLACK && exponent <= range.high() + SLACK) {
            ticks.add(new Tick(exponent, label));
        }
    }

    private static double power(double exponent) {
        return Math.pow(10, exponent);
    }

    /** Less than two powers of ten in the range: 1, 2, 5 and their multiples, or linear ticks where even those lack. */
    private static List<Tick> withinDecades(AxisRange range, int room) {
        int first = (int) Math.floor(Math.log10(range.low()));
        int last = (int) Math.floor(Math.log10(range.high()));
        List<Tick> ticks = new ArrayList<>();
        for (int exponent = first; exponent <= last; exponent++) {
            for (int digit = 1; digit <= 9; digit++) {
                boolean shown = digit == 1 || digit == 2 || digit == 5;
                double value = power(digit, exponent);
                addInside(ticks, range, value, shown ? NumberText.of(value) : "");
            }
        }
        boolean enough = ticks.stream().filter(Tick::labelled).count() >= 2;
        return enough ? ticks : linear(range, Math.min(room, 4), 0);
    }

    private static void addInside(List<Tick> ticks, AxisRange range, double value, String label) {
        if (value >= range.low() * (1 - SLACK) && value <= range.high() * (1 + SLACK)) {
            ticks.add(new Tick(value, label));
        }
    }

    private static double power(long digits, int exponent) {
        return Double.parseDouble(digits + "e" + exponent);
    }
}
