package dev.lamina.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.metric.EpochMetrics;
import dev.lamina.metric.StageLabel;
import dev.lamina.metric.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrainingFiguresTest {
    private static final EpochMetrics FIRST = EpochMetrics.of(1, 10, Map.of(Tags.TRAIN_ACCURACY, 0.5));
    private static final EpochMetrics SECOND = EpochMetrics.of(2, 20, Map.of(Tags.TRAIN_ACCURACY, 0.75, Tags.GBR, 3.0));
    private static final EpochMetrics THIRD = EpochMetrics.of(
            3, 30, Map.of(Tags.TRAIN_ACCURACY, 0.8, Tags.GBR, Double.NaN, Tags.GBR_STANDARD_ERROR, 0.5));

    @Test
    void stagesThatAreNotLinearAreShaded() {
        List<EpochMetrics> epochs = new ArrayList<>();
        for (int epoch = 1; epoch <= 5; epoch++) {
            StageLabel stage = new StageLabel(epoch == 3 || epoch == 4 ? "wnll" : "linear", epoch < 5 ? 1 : 2);
            epochs.add(EpochMetrics.of(epoch, epoch, stage, Map.of(Tags.WNLL_TEST_ACCURACY, 0.5)));
        }
        assertEquals(
                List.of(Band.vertical(2.5, 4.5, "WNLL")),
                TrainingFigures.accuracyAndBound(epochs).panels().getFirst().bands());
        assertEquals(
                List.of("WNLL test"), TrainingFigures.accuracyAndBound(epochs).seriesNames());
    }

    @Test
    void accuracyIsInPercentAndGbrOnALogarithmicAxis() {
        FigureSpec spec = TrainingFigures.accuracyAndBound(List.of(FIRST, SECOND, THIRD));
        Panel accuracy = spec.panels().get(0);
        assertEquals("accuracy (%)", accuracy.left().label());
        assertEquals(List.of("training"), Panel.names(accuracy.series()));
        assertArrayEquals(
                new double[] {50, 75, 80}, accuracy.series().getFirst().y(), 1e-12);
        assertEquals(AxisScale.LOGARITHMIC, spec.panels().get(1).left().scale());
        assertEquals("GBR (normalized pixels)", spec.panels().get(1).left().label());
    }

    @Test
    void whatWasNotMeasuredHasNoPointAndNanStaysNan() {
        Series gbr = TrainingFigures.accuracyAndBound(List.of(FIRST, SECOND, THIRD))
                .panels()
                .get(1)
                .series()
                .getFirst();
        assertArrayEquals(new double[] {2, 3}, gbr.x());
        assertArrayEquals(new double[] {3, Double.NaN}, gbr.y());
        assertArrayEquals(new double[] {0, 0.5}, gbr.standardError());
    }

    @Test
    void withoutGbrThereIsOnePanelAndAnExactGbrHasNoBand() {
        assertEquals(
                1, TrainingFigures.accuracyAndBound(List.of(FIRST)).panels().size());
        Series exact = TrainingFigures.accuracyAndBound(List.of(SECOND))
                .panels()
                .get(1)
                .series()
                .getFirst();
        assertEquals(0, exact.standardError().length);
    }

    @Test
    void aRunsFiguresAreThoseItHasMeasurementsFor() {
        assertEquals(
                List.of("accuracy-and-gbr"),
                List.copyOf(TrainingFigures.ofRun(List.of(FIRST)).keySet()));
        assertEquals(
                List.of("accuracy-and-gbr", "loss", "learning-rate", "weight-norms"),
                List.copyOf(TrainingFigures.ofRun(SyntheticRuns.run(3, 0, 1)).keySet()));
        assertTrue(TrainingFigures.ofRun(List.of()).isEmpty());
    }

    @Test
    void comparedRunsHaveOneCurveEachInEveryPanel() {
        FigureSpec spec = TrainingFigures.compare(List.of(Tags.TEST_ACCURACY, Tags.GBR), SyntheticRuns.weightDecays(5));
        assertEquals(List.of("λ = 0", "λ = 10⁻⁸", "λ = 10⁻⁶", "λ = 10⁻⁴", "λ = 10⁻³", "λ = 10⁻²"), spec.seriesNames());
        assertEquals(
                List.of(6, 6),
                spec.panels().stream().map(p -> p.series().size()).toList());
        assertEquals("test accuracy (%)", spec.panels().get(0).left().label());
        assertEquals(0, spec.panels().get(0).series().getFirst().standardError().length);
        spec.panels().get(1).series().forEach(series -> {
            assertEquals(5, series.standardError().length, series.name());
            assertEquals(0.12 * series.y()[4], series.standardError()[4], 1e-9, series.name());
        });
    }
}
