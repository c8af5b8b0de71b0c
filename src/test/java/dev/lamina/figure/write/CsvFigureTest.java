package dev.lamina.figure.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.figure.AxisScale;
import dev.lamina.figure.AxisSpec;
import dev.lamina.figure.FigureSpec;
import dev.lamina.figure.Panel;
import dev.lamina.figure.Series;
import dev.lamina.figure.SyntheticRuns;
import dev.lamina.figure.TrainingFigures;
import dev.lamina.metric.Side;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class CsvFigureTest {
    @Test
    void everyNumberReadsBackToTheSameDouble() throws IOException {
        FigureSpec spec = TrainingFigures.accuracyAndBound(SyntheticRuns.run(30, 1e-4, 5));
        List<CSVRecord> rows = rows(spec);
        for (int panel = 0; panel < spec.panels().size(); panel++) {
            String name = FigureSpec.panelName(panel);
            for (Series series : spec.panels().get(panel).series()) {
                Predicate<CSVRecord> own =
                        r -> r.get("panel").equals(name) && r.get("series").equals(series.name());
                assertArrayEquals(series.x(), column(rows, own, "x"));
                assertArrayEquals(series.y(), column(rows, own, "y"));
                if (series.standardError().length > 0) {
                    assertArrayEquals(series.standardError(), column(rows, own, "standardError"));
                }
            }
        }
        assertEquals(4 * 30, rows.size());
    }

    @Test
    void gapsExtremesAndAwkwardNamesSurvive() throws IOException {
        double[] y = {Double.NaN, Double.POSITIVE_INFINITY, -1e300, Double.MIN_VALUE, 0.1 + 0.2, 0};
        Series series =
                Series.of("λ, \"big\"\nnew", new double[] {1, 2, 3, 4, 5, 6}, y).on(Side.RIGHT);
        Panel panel = Panel.of(
                        AxisSpec.of("epoch", AxisScale.INTEGER), AxisSpec.of("left", AxisScale.LINEAR), List.of())
                .withRight(AxisSpec.of("right (s)", AxisScale.LINEAR), List.of(series));
        List<CSVRecord> rows = rows(FigureSpec.of(panel));
        assertArrayEquals(y, column(rows, r -> r.get("series").equals(series.name()), "y"));
        assertEquals("right (s)", rows.getFirst().get("yLabel"));
        assertEquals("1", rows.getFirst().get("x"));
        assertTrue(rows.stream().allMatch(r -> r.get("standardError").isEmpty()));
    }

    private static List<CSVRecord> rows(FigureSpec spec) throws IOException {
        String text = new String(CsvFigure.of(spec, FigureOrigin.UNKNOWN), StandardCharsets.UTF_8);
        return CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(text))
                .getRecords();
    }

    private static double[] column(List<CSVRecord> rows, Predicate<CSVRecord> chosen, String name) {
        return rows.stream()
                .filter(chosen)
                .mapToDouble(r -> Double.parseDouble(r.get(name)))
                .toArray();
    }
}
