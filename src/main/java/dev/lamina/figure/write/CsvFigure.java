package dev.lamina.figure.write;

import dev.lamina.figure.AxisScale;
import dev.lamina.figure.AxisSpec;
import dev.lamina.figure.FigureSpec;
import dev.lamina.figure.Mark;
import dev.lamina.figure.Panel;
import dev.lamina.figure.Series;
import dev.lamina.figure.Spread;
import dev.lamina.figure.text.Typesetter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The numbers of a figure in long form, one point a row, in the units of its axes: panel, series, label of x, x, label
 * of y, y, standard error, ends of the band, number of measurements and kind of band (empty where there is none), name of the place on x
 * where it has one, title of the panel, and where it is known the hash of the configuration. Every number reads back to the same double; NaN and Infinity are
 * written as such.
 */
final class CsvFigure {
    static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setRecordSeparator('\n')
            .setHeader(
                    "panel",
                    "series",
                    "xLabel",
                    "x",
                    "yLabel",
                    "y",
                    "standardError",
                    "low",
                    "high",
                    "n",
                    "band",
                    "category",
                    "facet")
            .get();

    private CsvFigure() {}

    static byte[] of(FigureSpec spec, FigureOrigin origin) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, format(origin))) {
            for (int i = 0; i < spec.panels().size(); i++) {
                Panel panel = spec.panels().get(i);
                for (Mark mark : panel.marks()) {
                    for (Series row : MarkNumbers.of(mark)) {
                        print(printer, FigureSpec.panelName(i), panel, row, origin);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static CSVFormat format(FigureOrigin origin) {
        return origin.isKnown()
                ? FORMAT.builder()
                        .setHeader(Stream.concat(Stream.of(FORMAT.getHeader()), Stream.of(FigureOrigin.KEY))
                                .toArray(String[]::new))
                        .get()
                : FORMAT;
    }

    private static void print(CSVPrinter printer, String panelName, Panel panel, Series series, FigureOrigin origin)
            throws IOException {
        String yLabel = Typesetter.plain(panel.axis(series.side()).label());
        boolean hasError = series.standardError().length > 0;
        Optional<Spread> spread = series.spread();
        for (int i = 0; i < series.size(); i++) {
            int at = i;
            List<String> record = new ArrayList<>(List.of(
                    panelName,
                    series.name(),
                    Typesetter.plain(panel.x().label()),
                    number(series.x()[i]),
                    yLabel,
                    number(series.y()[i]),
                    hasError ? number(series.standardError()[i]) : "",
                    end(spread.map(Spread::low), i),
                    end(spread.map(Spread::high), i),
                    spread.filter(s -> s.n().length > 0)
                            .map(s -> s.n()[at])
                            .map(String::valueOf)
                            .orElse(""),
                    spread.map(s -> s.kind().id()).orElse(""),
                    category(panel.x(), series.x()[i]),
                    panel.title()));
            if (origin.isKnown()) {
                record.add(origin.configSha256());
            }
            printer.printRecord(record);
        }
    }

    private static String end(Optional<double[]> ends, int i) {
        return ends.map(values -> number(values[i])).orElse("");
    }

    private static String category(AxisSpec axis, double place) {
        return axis.scale() == AxisScale.CATEGORIES
                        && place >= 0
                        && place < axis.categories().size()
                ? axis.categories().get((int) place)
                : "";
    }

    /** Whole numbers without ".0": an epoch is 3, not 3.0. */
    private static String number(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return whole ? Long.toString((long) value) : Double.toString(value);
    }
}
