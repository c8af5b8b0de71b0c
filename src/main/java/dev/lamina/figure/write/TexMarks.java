package dev.lamina.figure.write;

import dev.lamina.figure.AxisScale;
import dev.lamina.figure.Join;
import dev.lamina.figure.Mark;
import dev.lamina.figure.Panel;
import dev.lamina.figure.Series;
import dev.lamina.figure.SeriesLook;
import dev.lamina.figure.Spread;
import dev.lamina.metric.Side;
import java.awt.Color;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The curves, bars and tables of one panel for PGFPlots. */
final class TexMarks {
    /** More points than TeX has memory for are thinned, the least and the greatest of each stretch kept. */
    private static final int MOST_POINTS = 2000;

    private static final int MARKERS = 8;

    private final Drawing drawing;
    private final Panel panel;
    private final double floor;

    /** @param floor the lowest value of the axis, below which no band reaches */
    TexMarks(Drawing drawing, Panel panel, double floor) {
        this.drawing = drawing;
        this.panel = panel;
        this.floor = floor;
    }

    String of(Side side) {
        StringBuilder tex = new StringBuilder();
        if (side == Side.LEFT) {
            panel.beneath().forEach(mark -> tex.append(beneath(mark)));
        }
        panel.seriesOn(side).forEach(series -> series.band().ifPresent(band -> tex.append(band(series, band))));
        panel.seriesOn(side).forEach(series -> tex.append(curve(series)));
        return tex.toString();
    }

    private SeriesLook look(Series series) {
        int number = drawing.spec().panels().indexOf(panel);
        return Objects.requireNonNull(drawing.renderer().looks().get(number).get(series.name()));
    }

    private boolean isShown(Series series, double y) {
        return TexValue.isShown(y, panel.axis(series.side()).scale());
    }

    private String curve(Series series) {
        SeriesLook look = look(series);
        boolean joined = series.join() == Join.LINE;
        int every = Math.max(1, series.size() / MARKERS);
        String dashes = look.dashes().isEmpty() ? "solid" : "dash pattern=" + dashes(look.dashes());
        String options = (joined ? "" : "only marks, ") + "color=" + TexValue.rgb(look.color()) + ", " + dashes
                + ", line width=" + TexValue.points(drawing.style().lineWidthPoints()) + ", mark="
                + marker(look.marker()) + ", mark size=1.6bp, mark options={solid"
                + (look.marker().name().startsWith("HOLLOW") ? ", fill=white" : "") + "}"
                + (joined ? ", mark repeat=" + every : "");
        String points = thinned(series)
                .mapToObj(i -> series.x()[i] + " " + (isShown(series, series.y()[i]) ? series.y()[i] : "nan"))
                .collect(Collectors.joining("\n"));
        return "\\addplot[" + options + "] table {\n" + points + "\n};\n"
                + (isNamed() ? "\\addlegendentry{" + TexText.of(series.name()) + "}\n" : "");
    }

    /** Where all panels have the same curves, the first one names them. */
    private boolean isNamed() {
        List<Panel> panels = drawing.spec().panels();
        boolean same = panels.stream().allMatch(p -> names(p).equals(names(panels.getFirst())));
        return panel.series().size() > 1 && (!same || panels.indexOf(panel) == 0);
    }

    private static List<String> names(Panel one) {
        return one.series().stream().map(Series::name).toList();
    }

    private IntStream thinned(Series series) {
        int size = series.size();
        if (size <= MOST_POINTS || series.join() == Join.NONE) {
            return IntStream.range(0, size);
        }
        int stretch = Math.ceilDiv(2 * size, MOST_POINTS);
        return IntStream.range(0, Math.ceilDiv(size, stretch)).flatMap(k -> {
            int from = k * stretch;
            int to = Math.min(size, from + stretch);
            int least = extreme(series.y(), from, to, -1);
            int most = extreme(series.y(), from, to, 1);
            return least == most ? IntStream.of(least) : IntStream.of(Math.min(least, most), Math.max(least, most));
        });
    }

    private static int extreme(double[] y, int from, int to, int sign) {
        int best = from;
        for (int i = from; i < to; i++) {
            best = sign * y[i] > sign * y[best] ? i : best;
        }
        return best;
    }

    private static String dashes(List<Float> lengths) {
        return IntStream.range(0, lengths.size())
                .mapToObj(i -> (i % 2 == 0 ? "on " : "off ") + TexValue.points(lengths.get(i)))
                .collect(Collectors.joining(" "));
    }

    private static String marker(SeriesLook.Marker marker) {
        return switch (marker) {
            case FILLED_CIRCLE, HOLLOW_CIRCLE -> "*";
            case FILLED_SQUARE, HOLLOW_SQUARE -> "square*";
            case FILLED_TRIANGLE, HOLLOW_TRIANGLE -> "triangle*";
            case FILLED_DIAMOND, HOLLOW_DIAMOND -> "diamond*";
        };
    }

    private String band(Series series, Spread band) {
        List<Integer> shown = IntStream.range(0, series.size())
                .filter(i -> isShown(series, series.y()[i]) && Double.isFinite(band.high()[i]))
                .boxed()
                .toList();
        String upper =
                shown.stream().map(i -> pair(series.x()[i], band.high()[i])).collect(Collectors.joining(" "));
        String lower = shown.reversed().stream()
                .map(i -> pair(series.x()[i], Math.max(floor, band.low()[i])))
                .collect(Collectors.joining(" "));
        return "\\addplot[draw=none, fill=" + TexValue.rgb(look(series).color())
                + ", fill opacity=0.22, forget plot] coordinates {" + upper + " " + lower + "} -- cycle;\n";
    }

    private static String pair(double x, double y) {
        return "(" + x + "," + y + ")";
    }

    private String beneath(Mark mark) {
        return switch (mark) {
            case Mark.Bars bars -> bars(bars);
            case Mark.HeatMap map -> heatMap(map);
            case Mark.Pictures _, Mark.Field _, Series _ -> "";
        };
    }

    private String bars(Mark.Bars bars) {
        Color color = drawing.style().ink().area();
        boolean errors = bars.standardErrors().length > 0;
        String points = IntStream.range(0, bars.values().length)
                .mapToObj(i -> i + " " + bars.values()[i] + " " + (errors ? bars.standardErrors()[i] : 0))
                .collect(Collectors.joining("\n"));
        String base = panel.left().scale() == AxisScale.LOGARITHMIC ? ", log origin=infty" : "";
        return "\\addplot[ybar, bar width=0.7, draw=none, fill=" + TexValue.rgb(color) + base
                + (errors ? ", error bars/.cd, y dir=both, y explicit, error bar style={black}" : "")
                + "] table[x index=0, y index=1, y error index=2] {\n" + points + "\n};\n";
    }

    private static String heatMap(Mark.HeatMap map) {
        int rows = map.matrix().rows().size();
        int columns = map.matrix().columns().size();
        StringBuilder tex = new StringBuilder("\\addplot[matrix plot*, mesh/cols=" + columns
                + ", colormap/viridis, point meta=explicit] table[meta index=2] {\n");
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                tex.append(column + " " + (rows - 1 - row) + " " + map.shade(row, column) + "\n");
            }
        }
        return tex.append("};\n").toString();
    }
}
