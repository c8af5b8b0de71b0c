package dev.lamina.figure;

import dev.lamina.figure.write.FigureFiles;
import dev.lamina.figure.write.FigureFormat;
import dev.lamina.figure.write.WrittenFigure;
import dev.lamina.metric.EpochMetrics;
import dev.lamina.metric.Side;
import dev.lamina.metric.Tags;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/** Writes sample figures into a folder, to be looked at: the folder is the only argument. */
final class FigureGallery {
    private FigureGallery() {}

    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        List<EpochMetrics> run = SyntheticRuns.run(60, 1e-4, 3);
        Map<String, FigureStyle> styles = Map.of(
                "single", FigureStyle.singleColumn(),
                "double", FigureStyle.doubleColumn(),
                "slide", FigureStyle.slide().withDotsPerInch(100),
                "dark", FigureStyle.doubleColumn().withTheme(Theme.DARK),
                "serif", FigureStyle.singleColumn().withFont(FontFamily.SERIF, 9));
        FigureSpec lambdas = TrainingFigures.compare(List.of(Tags.GBR), SyntheticRuns.weightDecays(60));
        FigureSpec both =
                TrainingFigures.compare(List.of(Tags.TEST_ACCURACY, Tags.GBR), SyntheticRuns.weightDecays(60));
        styles.forEach((name, style) -> {
            TrainingFigures.ofRun(run).forEach((base, spec) -> write(spec, style, folder, base + "-" + name));
            write(lambdas, style, folder, "lambdas-" + name);
            write(both, style, folder, "both-" + name);
            write(
                    TrainingFigures.accuracyAndBound(SyntheticRuns.run(5, 0, 1)).withTitle("卷积网络的训练：精度与泛化界"),
                    style,
                    folder,
                    "chinese-" + name);
            write(awkward(), style, folder, "awkward-" + name);
        });
    }

    private static FigureSpec awkward() {
        double[] x = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        Series gaps = Series.of(
                "measured", x, new double[] {1, 0.5, Double.NaN, 0.2, 0, 0.05, Double.NaN, Double.NaN, 0.01, 0.02});
        Series right = Series.of("learning rate", x, new double[] {.1, .1, .1, .05, .05, .05, .025, .025, .025, .0125})
                .on(Side.RIGHT);
        Panel first = Panel.of(
                        AxisSpec.of("epoch", AxisScale.INTEGER),
                        AxisSpec.of("GBR (normalized pixels)", AxisScale.LOGARITHMIC),
                        List.of(gaps))
                .withRight(AxisSpec.of("learning rate", AxisScale.LINEAR), List.of(right))
                .withNotes(List.of(
                        Band.vertical(1, 6, "linear"),
                        Band.vertical(6, 7, "WNLL"),
                        Band.vertical(7, 10, "linear"),
                        ReferenceLine.horizontal(0.1, "10⁻¹"),
                        ReferenceLine.vertical(4, "best")));
        return FigureSpec.of(first).withTitle("Gaps and bands");
    }

    private static void write(FigureSpec spec, FigureStyle style, Path folder, String name) {
        WrittenFigure written = FigureFiles.write(spec, style, folder, name, EnumSet.allOf(FigureFormat.class));
        System.out.println(written);
    }
}
