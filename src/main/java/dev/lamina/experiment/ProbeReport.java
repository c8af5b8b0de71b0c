package dev.lamina.experiment;

import dev.lamina.archive.RunRecorder;
import dev.lamina.archive.StoredRun;
import dev.lamina.data.DataLocation;
import dev.lamina.event.TrainingEvent;
import dev.lamina.figure.FigureStyle;
import dev.lamina.figure.ReadingFigures;
import dev.lamina.figure.write.FigureFiles;
import dev.lamina.figure.write.FigureFormat;
import dev.lamina.figure.write.FigureOrigin;
import dev.lamina.figure.write.WrittenFigure;
import dev.lamina.message.Message;
import dev.lamina.metric.Reading;
import dev.lamina.metric.Tag;
import dev.lamina.probe.Probe;
import dev.lamina.probe.ProbeSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What a probe reads of a trained run; it is kept with the run's other readings, and drawn.
 *
 * @param checkpoint which one was measured, in words
 */
public record ProbeReport(Message checkpoint, TrainingEvent.ReadingMeasured reading, List<WrittenFigure> figures) {
    /**
     * Measures a checkpoint.
     *
     * @param threads instead of the run's own
     * @throws dev.lamina.tensor.BadInputException if the folder is no single run, has no checkpoint, or the probe does not
     *     fit its network or data
     */
    public static ProbeReport of(
            StoredRun stored,
            ProbeSettings settings,
            CheckpointChoice choice,
            DataLocation where,
            OptionalInt threads) {
        try (TrainedRun run = TrainedRun.open(stored, choice, where, threads);
                Probe probe = settings.open(run.context())) {
            long start = System.nanoTime();
            Map<Tag, Reading> readings = probe.measure(run.progress().latestEpoch());
            var reading = new TrainingEvent.ReadingMeasured(
                    null,
                    settings.id(),
                    run.progress().latestEpoch(),
                    run.progress().step(),
                    readings,
                    (System.nanoTime() - start) * 1e-9);
            RunRecorder.keep(stored.folder(), reading);
            List<WrittenFigure> figures = new ArrayList<>();
            ReadingFigures.of(readings)
                    .forEach((tag, figure) -> figures.add(FigureFiles.write(
                            figure,
                            FigureStyle.singleColumn(),
                            new FigureOrigin(stored.configSha256()),
                            stored.folder().figures(),
                            RunFigures.name(reading, tag),
                            FigureFormat.shown())));
            return new ProbeReport(run.checkpoint(), reading, figures);
        }
    }
}
