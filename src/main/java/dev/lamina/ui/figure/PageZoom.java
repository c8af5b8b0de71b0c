package dev.lamina.ui.figure;

import dev.lamina.figure.AxisRange;
import dev.lamina.figure.AxisScale;
import dev.lamina.figure.AxisSpec;
import dev.lamina.figure.FigureSpec;
import dev.lamina.figure.Panel;
import dev.lamina.figure.render.LimitedAxis;
import dev.lamina.figure.render.PanelFrame;
import dev.lamina.metric.Side;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A figure and where its panels lie, to be zoomed at a place of the page. Panels that share an x axis stay together.
 * Pure.
 */
record PageZoom(FigureSpec spec, List<PanelFrame> frames) {
    /** Stretches x about a place; a factor below 1 shows less. */
    FigureSpec x(double factor, Point2D place) {
        return panelAt(place)
                .map(i -> withX(i, zoomed(frames.get(i).x(), factor, across(i, place.getX()))))
                .orElse(spec);
    }

    /** The same for the y axes of the panel at a place. */
    FigureSpec y(double factor, Point2D place) {
        return panelAt(place)
                .map(i -> withY(i, side -> zoomed(frames.get(i).axis(side), factor, up(i, place.getY()))))
                .orElse(spec);
    }

    /** Shows what lies between two places of the page beside each other. */
    FigureSpec x(double from, double to, Point2D place) {
        return panelAt(place)
                .flatMap(i -> between(frames.get(i).x(), across(i, from), across(i, to))
                        .map(range -> withX(i, range)))
                .orElse(spec);
    }

    /** Shows what lies between two places below each other. */
    FigureSpec y(double upper, double lower, Point2D place) {
        return panelAt(place)
                .filter(i -> up(i, upper) > up(i, lower))
                .map(i -> withY(
                        i,
                        side -> between(frames.get(i).axis(side), up(i, lower), up(i, upper))
                                .orElse(frames.get(i).axis(side).range())))
                .orElse(spec);
    }

    private Optional<Integer> panelAt(Point2D place) {
        return IntStream.range(0, frames.size())
                .filter(i -> frames.get(i).area().contains(place))
                .boxed()
                .findFirst();
    }

    private double across(int panel, double x) {
        return (x - frames.get(panel).area().getX()) / frames.get(panel).area().getWidth();
    }

    private double up(int panel, double y) {
        return (frames.get(panel).area().getMaxY() - y)
                / frames.get(panel).area().getHeight();
    }

    /** An axis of names is not zoomed. */
    private static AxisRange zoomed(LimitedAxis axis, double factor, double about) {
        AxisRange positions = new AxisRange(0, 1).zoomed(factor, about);
        return between(axis, positions.low(), positions.high()).orElse(axis.range());
    }

    private static Optional<AxisRange> between(LimitedAxis axis, double from, double to) {
        double low = axis.value(Math.min(from, to));
        double high = axis.value(Math.max(from, to));
        boolean possible = axis.scale() != AxisScale.CATEGORIES && low < high && Double.isFinite(high - low);
        return possible ? Optional.of(new AxisRange(low, high)) : Optional.empty();
    }

    private FigureSpec withX(int panel, AxisRange range) {
        AxisSpec shared = spec.panels().get(panel).x();
        return new FigureSpec(
                spec.title(),
                spec.panels().stream()
                        .map(other -> other.x().equals(shared) ? other.withX(shared.withRange(range)) : other)
                        .toList());
    }

    private FigureSpec withY(int panel, Function<Side, AxisRange> range) {
        Panel zoomed = spec.panels().get(panel);
        AxisSpec left = zoomed.left().withRange(range.apply(Side.LEFT));
        Optional<AxisSpec> right = zoomed.right().map(axis -> axis.withRange(range.apply(Side.RIGHT)));
        List<Panel> panels = new ArrayList<>(spec.panels());
        panels.set(panel, zoomed.withY(left, right));
        return new FigureSpec(spec.title(), panels);
    }
}
