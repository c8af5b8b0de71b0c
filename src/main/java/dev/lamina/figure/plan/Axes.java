package dev.lamina.figure.plan;

import dev.lamina.figure.AxisBreak;
import dev.lamina.figure.AxisRange;
import dev.lamina.figure.AxisScale;
import dev.lamina.figure.AxisSpec;
import dev.lamina.figure.Series;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Axes of a plan, what their authors left open filled in from what they show. */
final class Axes {
    private static final String AUTO = "auto";

    private Axes() {}

    /** The axis across. */
    static AxisSpec across(PlanAxis axis, PlanMark mark, MarkReader.Read read) {
        String label = label(axis, mark.x());
        if (!read.xNames().isEmpty() || !axis.categories().isEmpty()) {
            return AxisSpec.ofCategories(label, read.xNames().isEmpty() ? axis.categories() : read.xNames());
        }
        AxisScale scale =
                axis.scale().orElseGet(() -> onWholeNumbers(read) ? AxisScale.INTEGER : Labels.scale(mark.x()));
        return spec(axis, label, scale);
    }

    /** The axis upward. */
    static AxisSpec upward(PlanAxis axis, PlanMark mark, MarkReader.Read read) {
        String label = label(axis, mark.y());
        if (!read.yNames().isEmpty() || !axis.categories().isEmpty()) {
            return AxisSpec.ofCategories(label, read.yNames().isEmpty() ? axis.categories() : read.yNames());
        }
        return spec(axis, label, axis.scale().orElseGet(() -> Labels.scale(mark.y())));
    }

    private static AxisSpec spec(PlanAxis axis, String label, AxisScale scale) {
        return new AxisSpec(
                label,
                scale,
                pair(axis.limits(), "limits").map(p -> new AxisRange(p.get(0), p.get(1))),
                List.of(),
                pair(axis.leaveOut(), "leaveOut").map(p -> new AxisBreak(p.get(0), p.get(1))));
    }

    private static Optional<List<Double>> pair(List<Double> values, String key) {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        if (values.size() != 2) {
            throw new BadInputException(Message.of("figure.twoValues", values).at(key));
        }
        return Optional.of(values);
    }

    private static String label(PlanAxis axis, String column) {
        return axis.label().equals(AUTO) ? Labels.ofColumn(column) : axis.label();
    }

    private static boolean onWholeNumbers(MarkReader.Read read) {
        double[] x = read.marks().stream()
                .filter(Series.class::isInstance)
                .flatMapToDouble(mark -> Arrays.stream(((Series) mark).x()))
                .toArray();
        return x.length > 0 && Arrays.stream(x).allMatch(v -> v == Math.rint(v) && Math.abs(v) < 1e6);
    }

    /** An axis as it came out, for the settled plan. */
    static PlanAxis settled(AxisSpec axis) {
        return new PlanAxis(
                axis.label(),
                Optional.of(axis.scale()),
                axis.scale() == AxisScale.CATEGORIES
                        ? List.of()
                        : axis.range().map(r -> List.of(r.low(), r.high())).orElse(List.of()),
                axis.categories(),
                axis.broken().map(b -> List.of(b.from(), b.to())).orElse(List.of()));
    }
}
