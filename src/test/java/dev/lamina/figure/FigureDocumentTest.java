package dev.lamina.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.figure.write.FigureFiles;
import dev.lamina.figure.write.FigureFormat;
import dev.lamina.figure.write.FigureOrigin;
import dev.lamina.metric.Points;
import dev.lamina.metric.Reading;
import dev.lamina.metric.Side;
import dev.lamina.setting.RecordFiles;
import dev.lamina.tensor.BadInputException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A figure's file holds all of it. */
class FigureDocumentTest {
    private static final FigureOrigin ORIGIN = new FigureOrigin("0123456789abcdef".repeat(4));

    /** Every kind of mark and note, and numbers that JSON does not know. */
    private static FigureSpec everything() {
        double[] x = {1, 2, 3, 4};
        Series curve = Series.of("loss", x, new double[] {1, Double.NaN, 0.1, Double.POSITIVE_INFINITY})
                .withStandardError(new double[] {0.1, 0, 0.01, 0})
                .smoothedFrom(new Points(x, new double[] {1, 0.9, 0.1, 0.05}));
        Series right = Series.of("rate", x, new double[] {4, 3, 2, 1})
                .on(Side.RIGHT)
                .drawnWith(new Pen(new Tint.Graded(0.5), 2));
        Series apart = Series.of("points", x, x).unjoined().drawnWith(new Pen(new Tint.Numbered(3), 0));
        Panel curves = Panel.of(
                        AxisSpec.of("epoch", AxisScale.INTEGER).withRange(new AxisRange(0, 5)),
                        AxisSpec.of("loss 10⁻⁴", AxisScale.LINEAR),
                        List.of(curve, apart))
                .withRight(AxisSpec.of("η", AxisScale.LOGARITHMIC), List.of(right))
                .withNotes(List.of(
                        Band.vertical(1, 2, "WNLL"),
                        Band.horizontal(Double.NEGATIVE_INFINITY, 0.2, "small"),
                        ReferenceLine.vertical(3, "best")));
        Panel bars = Panel.of(
                AxisSpec.ofCategories("class", List.of("cat", "狗")),
                AxisSpec.of("GBR", AxisScale.LOGARITHMIC),
                List.of(new Mark.Bars("GBR", new double[] {3, 20}, new double[] {0.5, 0})));
        Reading.Matrix table = new Reading.Matrix(List.of("a", "b"), List.of("a", "b"), new double[] {5, 1, 2, 7});
        Panel map = Panel.of(
                AxisSpec.ofCategories("prediction", List.of("0", "1")),
                AxisSpec.ofCategories("label", List.of("b", "a")),
                List.of(new Mark.HeatMap(table, Mark.HeatMap.Coloring.SHARE_OF_ROW)));
        Panel pictures = Panel.of(
                AxisSpec.none(),
                AxisSpec.none(),
                List.of(new Mark.Pictures(
                        new Reading.ImageStack(List.of("0"), 1, 2, 2, new float[] {0, 0.1f, Float.NaN, 1}))));
        Reading.Field plane = new Reading.Field(-1, 1, -2, 2, 2, 2, List.of(), new double[] {1, 10, 100, Double.NaN});
        Panel field = Panel.of(
                AxisSpec.of("x₁", AxisScale.LINEAR),
                AxisSpec.of("x₂", AxisScale.LINEAR),
                List.of(new Mark.Field(plane, AxisScale.LOGARITHMIC)));
        return new FigureSpec("", List.of(curves, bars, map, pictures, field));
    }

    @Test
    void whatAFileHoldsIsDrawnToTheSameBytes() {
        FigureStyle style = FigureStyle.slide().withTheme(Theme.DARK).withFont(FontFamily.SERIF, 12);
        byte[] json = FigureFiles.content(everything(), style, ORIGIN, FigureFormat.JSON);
        FigureDocument read =
                RecordFiles.parse(new String(json, StandardCharsets.UTF_8), "f.json", FigureDocument.class, List.of());
        FigureOrigin origin = new FigureOrigin(read.configSha256());
        for (FigureFormat format : EnumSet.complementOf(EnumSet.of(FigureFormat.PGFPLOTS))) {
            assertArrayEquals(
                    FigureFiles.content(everything(), style, ORIGIN, format),
                    FigureFiles.content(read.spec(), read.style(), origin, format),
                    format.toString());
        }
    }

    @Test
    void whatIsWrongIsNamedWithItsPlace() {
        String json = new String(
                FigureFiles.content(everything(), FigureStyle.slide(), ORIGIN, FigureFormat.JSON),
                StandardCharsets.UTF_8);
        assertEquals(Optional.empty(), refusal(json));
        assertTrue(refusal(json.replace("\"heat-map\"", "\"heatmap\""))
                .orElseThrow()
                .contains("spec.panels.2.marks.0.type): unknown: \"heatmap\"; did you mean \"heat-map\"?"));
        assertTrue(refusal(json.replace("\"dotsPerInch\" : 300", "\"dotsPerInch\" : 3"))
                .orElseThrow()
                .contains("36 to 2400"));
        assertTrue(refusal(json.replaceFirst("\"NaN\"", "null"))
                .orElseThrow()
                .contains("(spec.panels.0.marks.0.y.1): must be a number, \"NaN\""));
        assertTrue(refusal(json.replace("\"-Infinity\"", "\"endless\""))
                .orElseThrow()
                .contains("must be a number"));
    }

    private static Optional<String> refusal(String json) {
        try {
            RecordFiles.parse(json, "f.json", FigureDocument.class, List.of());
            return Optional.empty();
        } catch (BadInputException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
