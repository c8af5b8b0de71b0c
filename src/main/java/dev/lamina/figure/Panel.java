package dev.lamina.figure;

import dev.lamina.metric.Side;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One coordinate system of a figure.
 *
 * @param title short text above it; "" for none
 * @param right second y axis for the series on {@link Side#RIGHT}
 * @param series with distinct names
 * @param marks painted beneath the curves
 */
public record Panel(
        String title,
        AxisSpec x,
        AxisSpec left,
        Optional<AxisSpec> right,
        List<Series> series,
        List<ReferenceLine> referenceLines,
        List<Band> bands,
        List<Mark> marks) {
    public Panel {
        marks = List.copyOf(marks);
        series = List.copyOf(series);
        referenceLines = List.copyOf(referenceLines);
        bands = List.copyOf(bands);
        if (series.stream().map(Series::name).distinct().count() != series.size()) {
            throw new IllegalArgumentException(
                    left.label() + ": two curves of one panel have the same name among " + names(series));
        }
        if (right.isEmpty() && series.stream().anyMatch(s -> s.side() == Side.RIGHT)) {
            throw new IllegalArgumentException(left.label() + ": a curve belongs to a right axis that is not there");
        }
    }

    /** A panel with a left axis and curves only. */
    public static Panel of(AxisSpec x, AxisSpec left, List<Series> series) {
        return new Panel("", x, left, Optional.empty(), series, List.of(), List.of(), List.of());
    }

    public Panel withTitle(String newTitle) {
        return new Panel(newTitle, x, left, right, series, referenceLines, bands, marks);
    }

    /** This panel with a right axis and more curves, which must say that they belong to it. */
    public Panel withRight(AxisSpec axis, List<Series> more) {
        List<Series> all = Stream.concat(series.stream(), more.stream()).toList();
        return new Panel(title, x, left, Optional.of(axis), all, referenceLines, bands, marks);
    }

    public Panel withX(AxisSpec axis) {
        return new Panel(title, axis, left, right, series, referenceLines, bands, marks);
    }

    /** @param newRight there where there is one now */
    public Panel withY(AxisSpec newLeft, Optional<AxisSpec> newRight) {
        return new Panel(title, x, newLeft, newRight, series, referenceLines, bands, marks);
    }

    public Panel withReferenceLines(List<ReferenceLine> lines) {
        return new Panel(title, x, left, right, series, lines, bands, marks);
    }

    public Panel withBands(List<Band> newBands) {
        return new Panel(title, x, left, right, series, referenceLines, newBands, marks);
    }

    public Panel withMarks(List<Mark> newMarks) {
        return new Panel(title, x, left, right, series, referenceLines, bands, newMarks);
    }

    /** The y axis of a side; the left one where there is no right one. */
    public AxisSpec axis(Side side) {
        return side == Side.RIGHT ? right.orElse(left) : left;
    }

    /** The curves of one side, in order. */
    public List<Series> seriesOn(Side side) {
        return series.stream().filter(s -> s.side() == side).toList();
    }

    static List<String> names(List<Series> series) {
        return series.stream().map(Series::name).toList();
    }
}
