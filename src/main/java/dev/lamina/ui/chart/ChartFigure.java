package dev.lamina.ui.chart;

import dev.lamina.figure.AxisRange;
import dev.lamina.figure.AxisScale;
import dev.lamina.figure.AxisSpec;
import dev.lamina.figure.Band;
import dev.lamina.figure.FigureSpec;
import dev.lamina.figure.Note;
import dev.lamina.figure.Panel;
import dev.lamina.figure.Pen;
import dev.lamina.figure.Series;
import dev.lamina.metric.Decimation;
import dev.lamina.metric.Points;
import dev.lamina.metric.Scale;
import dev.lamina.metric.Side;
import dev.lamina.metric.Stored;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** A live chart as a figure: what is on the screen is what is saved. Pure; any thread. */
record ChartFigure(AxisNames names, ChartData data, ChartView view) {
    /** Shorter stretches of epochs have ticks between whole numbers. */
    private static final double WHOLE_EPOCHS = 2;

    /** A dot at the last epoch stays whole. */
    private static final double ROOM_AT_END = 0.015;

    /** Curves that begin no later than the first epoch are shown from 0 on. */
    private static final double FIRST_EPOCH = 1.5;

    /** With every point. */
    FigureSpec whole() {
        return spec(curves(), Integer.MAX_VALUE);
    }

    /**
     * Thinned out to so many columns of pixels.
     *
     * @param curves {@link #curves()}, which whoever shows it needs as well
     */
    FigureSpec onScreen(List<Curve> curves, int columns) {
        return spec(curves, Math.max(1, columns));
    }

    /** The curves that are switched on, smoothed as the view wants them. */
    List<Curve> curves() {
        return shown().map(curve -> curve.with(Smoothing.of(curve.points(), view.smoothing())))
                .toList();
    }

    private Stream<Curve> shown() {
        return data.curves().stream().filter(curve -> !view.hidden().contains(curve.quantity()));
    }

    private FigureSpec spec(List<Curve> curves, int columns) {
        AxisRange x = view.x().orElseGet(this::wholeX);
        Map<String, Integer> taken = new HashMap<>();
        List<Series> series = new ArrayList<>();
        Iterator<Curve> smooth = curves.iterator();
        shown().forEach(curve -> series.add(series(curve, smooth.next(), unique(curve.name(), taken), x, columns)));
        boolean whole =
                x.length() >= WHOLE_EPOCHS || (data.planned() > 0 && view.x().isEmpty());
        AxisScale epochs = whole ? AxisScale.INTEGER : AxisScale.LINEAR;
        AxisSpec left = AxisSpec.of(names.left(), scale(Side.LEFT));
        boolean right = series.stream().anyMatch(s -> s.side() == Side.RIGHT);
        Optional<AxisSpec> rightAxis =
                right ? Optional.of(AxisSpec.of(names.right(), scale(Side.RIGHT))) : Optional.empty();
        return FigureSpec.of(new Panel(
                "",
                AxisSpec.of(names.x(), epochs).withRange(x),
                view.left() == Scale.LINEAR
                        ? view.leftRange().map(left::withRange).orElse(left)
                        : left,
                rightAxis,
                List.copyOf(series),
                Stream.of(
                                data.marks().stream(),
                                data.bands().stream(),
                                data.zones().stream().map(this::band))
                        .<Note>flatMap(notes -> notes)
                        .toList()));
    }

    /** Two runs may be called alike. */
    private static String unique(String name, Map<String, Integer> taken) {
        int count = taken.merge(name, 1, Integer::sum);
        return count == 1 ? name : name + " (" + count + ")";
    }

    private Series series(Curve curve, Curve smooth, String name, AxisRange x, int columns) {
        AxisScale scale = scale(curve.side());
        Points raw = placed(curve, scale, thin(curve.points(), x, columns));
        Points shown = view.smoothing() == 0 ? raw : placed(curve, scale, thin(smooth.points(), x, columns));
        Series series =
                Series.of(name, shown.x(), shown.y()).on(curve.side()).drawnWith(new Pen(curve.tint(), curve.dash()));
        return view.smoothing() == 0 ? series : series.smoothedFrom(raw);
    }

    private static Points thin(Points points, AxisRange x, int columns) {
        return columns == Integer.MAX_VALUE ? points : Decimation.toColumns(points, x.low(), x.high(), columns);
    }

    /** In the numbers of the axis; where nothing was to be measured there is neither a value nor a mark. */
    private static Points placed(Curve curve, AxisScale scale, Points points) {
        double[] x = points.x().clone();
        double[] y = new double[points.size()];
        for (int i = 0; i < y.length; i++) {
            y[i] = numberOn(scale, curve.stored(), points.y()[i]);
            x[i] = curve.stored().absent(points.y()[i]) ? Double.NaN : x[i];
        }
        return new Points(x, y);
    }

    /** Logarithms keep to exponents, since their values may be beyond any double. */
    private AxisScale scale(Side side) {
        if (view.scale(side) == Scale.LINEAR) {
            return AxisScale.LINEAR;
        }
        boolean logarithms = Stream.concat(
                        shown().filter(curve -> curve.side() == side).map(Curve::stored),
                        side == Side.LEFT ? data.zones().stream().map(Zone::stored) : Stream.of())
                .anyMatch(stored -> stored == Stored.LOGARITHM_BASE_10);
        return logarithms ? AxisScale.DECADES : AxisScale.LOGARITHMIC;
    }

    /** The number that an axis has for a value as it is stored; NaN where it has none. */
    static double numberOn(AxisScale scale, Stored stored, double value) {
        return switch (scale) {
            case DECADES -> stored.on(Scale.LOGARITHMIC, value);
            case LINEAR, INTEGER, LOGARITHMIC, CATEGORIES -> stored.on(Scale.LINEAR, value);
        };
    }

    private Band band(Zone zone) {
        AxisScale scale = scale(Side.LEFT);
        double from = numberOn(scale, zone.stored(), zone.from());
        double to = numberOn(scale, zone.stored(), zone.to());
        return Band.horizontal(
                Double.isNaN(from) ? Double.NEGATIVE_INFINITY : from,
                Double.isNaN(to) ? Double.POSITIVE_INFINITY : to,
                zone.hint());
    }

    /** As far as is planned; else from the first to just beyond the last x of all curves, 0 to 1 where there is none. */
    private AxisRange wholeX() {
        if (data.planned() > 0) {
            return new AxisRange(0, data.planned() * (1 + ROOM_AT_END));
        }
        OptionalDouble first = shown().filter(curve -> curve.points().size() > 0)
                .mapToDouble(curve -> curve.points().x()[0])
                .min();
        if (first.isEmpty()) {
            return new AxisRange(0, 1 + ROOM_AT_END);
        }
        double low = first.getAsDouble() > 0 && first.getAsDouble() <= FIRST_EPOCH ? 0 : first.getAsDouble();
        double high = shown().filter(curve -> curve.points().size() > 0)
                .mapToDouble(curve -> curve.points().x()[curve.points().size() - 1])
                .max()
                .orElse(low);
        double length = high > low ? high - low : Math.max(1, Math.abs(high) * 0.1);
        return new AxisRange(low, low + length * (1 + ROOM_AT_END));
    }
}
