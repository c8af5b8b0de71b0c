package dev.lamina.experiment;

import dev.lamina.figure.FigureSpec;
import dev.lamina.figure.FigureStyle;
import dev.lamina.figure.RunMetrics;
import dev.lamina.figure.TrainingFigures;
import dev.lamina.figure.write.FigureFiles;
import dev.lamina.figure.write.FigureFormat;
import dev.lamina.figure.write.WrittenFigure;
import dev.lamina.metric.EpochMetrics;
import dev.lamina.metric.Metric;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Writes the figures of a run folder, from its metrics alone. */
public final class RunFigures {
    private static final Set<FigureFormat> FORMATS = EnumSet.allOf(FigureFormat.class);
    private static final List<Metric> COMPARED = List.of(Metric.GBR, Metric.TRAIN_ACCURACY, Metric.TEST_ACCURACY);

    private RunFigures() {}

    /**
     * Every figure the run has measurements for, as SVG, PDF, PNG and CSV in its figures folder; none before the first
     * epoch.
     *
     * @throws dev.lamina.tensor.BadInputException if they cannot be written
     */
    public static List<WrittenFigure> write(RunFolder run, FigureStyle style) {
        List<EpochMetrics> epochs = new MetricsFile(run.metrics()).read();
        List<WrittenFigure> written = new ArrayList<>();
        TrainingFigures.ofRun(epochs)
                .forEach((name, spec) -> written.add(FigureFiles.write(spec, style, run.figures(), name, FORMATS)));
        return written;
    }

    /** Runs against each other, as "comparison" in a folder; nothing where no run has an epoch yet. */
    static List<WrittenFigure> writeComparison(List<RunMetrics> runs, Path folder, FigureStyle style) {
        List<Metric> measured = COMPARED.stream()
                .filter(metric -> runs.stream()
                        .flatMap(run -> run.epochs().stream())
                        .anyMatch(epoch -> epoch.value(metric).isPresent()))
                .toList();
        if (measured.isEmpty()) {
            return List.of();
        }
        FigureSpec spec = TrainingFigures.compare(measured, runs);
        return List.of(FigureFiles.write(spec, style, folder, "comparison", FORMATS));
    }
}
