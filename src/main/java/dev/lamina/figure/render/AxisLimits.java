package dev.lamina.figure.render;

import dev.lamina.figure.AxisRange;
import dev.lamina.figure.AxisScale;
import dev.lamina.figure.AxisSpec;
import dev.lamina.figure.Band;
import dev.lamina.figure.Mark;
import dev.lamina.figure.Orientation;
import dev.lamina.figure.Panel;
import dev.lamina.figure.ReferenceLine;
import dev.lamina.figure.Series;
import dev.lamina.metric.Side;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Limits of an axis: the fixed ones, else those of what is drawn with a little room on both sides. */
final class AxisLimits {
    /** Room on each side, as a fraction of the axis. */
    private static final double ROOM = 0.04;

    /** Values beyond are off the axis: its length, from the lowest to the highest, must be a number. */
    private static final double LARGEST = Double.MAX_VALUE / 4;

    private static final double DECADES_INTO_BAND = 0.4;

    private AxisLimits() {}

    /** Limits of an x axis over all panels that share it. */
    static AxisRange ofX(AxisSpec axis, List<Panel> panels) {
        DoubleStream values = panels.stream()
                .filter(panel -> panel.x().equals(axis))
                .flatMapToDouble(panel -> DoubleStream.concat(
                        panel.series().stream().flatMapToDouble(s -> Arrays.stream(s.x())), extraX(panel)));
        return around(axis, values);
    }

    private static DoubleStream extraX(Panel panel) {
        DoubleStream lines = positions(panel, Orientation.VERTICAL);
        return DoubleStream.concat(
                lines, bands(panel, Orientation.VERTICAL).flatMapToDouble(b -> DoubleStream.of(b.from(), b.to())));
    }

    private static Stream<Band> bands(Panel panel, Orientation orientation) {
        return panel.bands().stream().filter(band -> band.orientation() == orientation);
    }

    /** The finite ends; beside an infinite one some room, in which the band can be seen. */
    private static DoubleStream reach(Band band, AxisScale scale) {
        return DoubleStream.of(
                Double.isInfinite(band.from()) ? beyond(band.to(), -1, scale) : band.from(),
                Double.isInfinite(band.to()) ? beyond(band.from(), 1, scale) : band.to());
    }

    private static double beyond(double end, int direction, AxisScale scale) {
        return switch (scale) {
            case DECADES -> end + direction * DECADES_INTO_BAND;
            case LOGARITHMIC -> end * Math.pow(10, direction * DECADES_INTO_BAND);
            case LINEAR, INTEGER, CATEGORIES -> end;
        };
    }

    /** Limits of a y axis of one panel. */
    static AxisRange ofY(Panel panel, Side side) {
        DoubleStream values = panel.seriesOn(side).stream()
                .flatMapToDouble(series -> DoubleStream.concat(
                        extent(series), series.raw().stream().flatMapToDouble(raw -> Arrays.stream(raw.y()))));
        if (side == Side.LEFT) {
            values = DoubleStream.concat(values, positions(panel, Orientation.HORIZONTAL));
            AxisScale scale = panel.left().scale();
            values = DoubleStream.concat(
                    values, bands(panel, Orientation.HORIZONTAL).flatMapToDouble(band -> reach(band, scale)));
            boolean logarithmic = panel.left().scale() == AxisScale.LOGARITHMIC;
            values = DoubleStream.concat(values, panel.beneath().stream().flatMapToDouble(m -> extent(m, logarithmic)));
        }
        return around(panel.axis(side), values);
    }

    private static DoubleStream positions(Panel panel, Orientation orientation) {
        return panel.referenceLines().stream()
                .filter(line -> line.orientation() == orientation)
                .mapToDouble(ReferenceLine::value);
    }

    /** What a mark needs of the y axis; the others have axes of their own. */
    private static DoubleStream extent(Mark mark, boolean logarithmic) {
        if (!(mark instanceof Mark.Bars bars)) {
            return DoubleStream.empty();
        }
        DoubleStream ends = IntStream.range(0, bars.values().length)
                .mapToDouble(
                        i -> bars.values()[i] + (bars.standardErrors().length == 0 ? 0 : bars.standardErrors()[i]));
        DoubleStream all = DoubleStream.concat(Arrays.stream(bars.values()), ends);
        // A bar stands on 0; on a logarithmic axis there is room for the smallest to be seen.
        double foot = logarithmic
                ? Arrays.stream(bars.values()).filter(v -> v > 0).min().orElse(1) / 2
                : 0;
        return DoubleStream.concat(DoubleStream.of(foot), all);
    }

    /** The values and, where there are any, the ends of the band around them. */
    private static DoubleStream extent(Series series) {
        return series.band()
                .map(band -> Stream.of(series.y(), band.low(), band.high()).flatMapToDouble(Arrays::stream))
                .orElseGet(() -> Arrays.stream(series.y()));
    }

    private static AxisRange around(AxisSpec axis, DoubleStream values) {
        if (axis.range().isPresent()) {
            return axis.range().get();
        }
        boolean logarithmic = axis.scale() == AxisScale.LOGARITHMIC;
        double[] drawn = values.filter(v -> Double.isFinite(v) && (!logarithmic || v > 0))
                .map(v -> Math.clamp(v, logarithmic ? Double.MIN_NORMAL : -LARGEST, LARGEST))
                .map(v -> logarithmic ? Math.log10(v) : v)
                .toArray();
        double low = Arrays.stream(drawn).min().orElse(0);
        double high = Arrays.stream(drawn).max().orElse(1);
        double span = high - low;
        // All values alike: half a unit of the axis on both sides, or half a percent of very large values.
        double room =
                span > 0 ? ROOM * span : Math.max(logarithmic ? 0.1 : 0.5 * scaleOf(axis, low), 5e-3 * Math.abs(low));
        return logarithmic
                ? new AxisRange(
                        Math.max(Math.pow(10, low - room), Double.MIN_NORMAL),
                        Math.min(Math.pow(10, high + room), Double.MAX_VALUE))
                : new AxisRange(low - room, high + room);
    }

    /** One for whole numbers; else the value's own size, so that a constant 0.05 is not drawn on an axis of ±0.5. */
    private static double scaleOf(AxisSpec axis, double value) {
        return axis.scale() == AxisScale.INTEGER || value == 0 ? 1 : Math.abs(value);
    }
}
