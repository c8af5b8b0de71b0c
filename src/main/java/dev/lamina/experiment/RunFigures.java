package dev.lamina.experiment;

import dev.lamina.archive.StoredRun;
import dev.lamina.config.ExperimentConfig;
import dev.lamina.event.TrainingEvent;
import dev.lamina.figure.FigureSpec;
import dev.lamina.figure.FigureStyle;
import dev.lamina.figure.GroupFigures;
import dev.lamina.figure.GroupMetrics;
import dev.lamina.figure.ReadingFigures;
import dev.lamina.figure.TrainingFigures;
import dev.lamina.figure.write.FigureFiles;
import dev.lamina.figure.write.FigureFormat;
import dev.lamina.figure.write.FigureOrigin;
import dev.lamina.figure.write.WrittenFigure;
import dev.lamina.metric.BandKind;
import dev.lamina.metric.Tag;
import dev.lamina.metric.Tags;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Writes the figures of a run folder, from its metrics alone but with its configuration's hash, and those of a sweep. */
public final class RunFigures {
    private static final Set<FigureFormat> FORMATS = FigureFormat.shown();
    private static final List<Tag> COMPARED = Stream.concat(
                    Tags.GBRS.stream(), Stream.of(Tags.TRAIN_ACCURACY, Tags.VALIDATION_ACCURACY, Tags.TEST_ACCURACY))
            .toList();

    private RunFigures() {}

    /**
     * Every figure the run has measurements for, as SVG, PDF, PNG and CSV in its figures folder; none before the first
     * epoch. For the folder of a sweep: the figures of its runs, and one that compares them.
     *
     * @throws dev.lamina.tensor.BadInputException if they cannot be written
     */
    public static List<WrittenFigure> write(StoredRun run, FigureStyle style) {
        if (!run.hasMetrics()) {
            return writeSweep(run, style);
        }
        Map<String, FigureSpec> figures =
                new LinkedHashMap<>(TrainingFigures.ofRun(run.metrics(), RunTags.of(run.config())));
        figures.putAll(ofReadings(run));
        FigureOrigin origin = new FigureOrigin(run.configSha256());
        // The numbers first: they can be written even where nothing can be drawn.
        figures.forEach((name, spec) ->
                FigureFiles.write(spec, style, origin, run.folder().figures(), name, Set.of(FigureFormat.CSV)));
        List<WrittenFigure> written = new ArrayList<>();
        figures.forEach((name, spec) ->
                written.add(FigureFiles.write(spec, style, origin, run.folder().figures(), name, FORMATS)));
        return written;
    }

    /** What each probe read last, by the probe's name and the tag. */
    private static Map<String, FigureSpec> ofReadings(StoredRun run) {
        Map<String, TrainingEvent.ReadingMeasured> last = new LinkedHashMap<>();
        run.readings().forEach(reading -> last.put(reading.probe(), reading));
        Map<String, FigureSpec> figures = new LinkedHashMap<>();
        last.values().stream()
                .map(run::whole)
                .forEach(reading -> ReadingFigures.of(reading.readings())
                        .forEach((tag, figure) -> figures.put(name(reading, tag), figure)));
        return figures;
    }

    /** The probe's; of one that reads several things, such as α and β, with the tag: learned-responses-alpha. */
    static String name(TrainingEvent.ReadingMeasured reading, String tag) {
        return reading.readings().size() == 1 ? reading.probe() : reading.probe() + "-" + tag;
    }

    private static List<WrittenFigure> writeSweep(StoredRun sweep, FigureStyle style) {
        ExperimentConfig config = sweep.config();
        if (config.single()) {
            return List.of();
        }
        List<WrittenFigure> written = new ArrayList<>(writeComparison(config, sweep, style));
        for (Sweep.Member member : SweepMembers.begun(config, sweep.folder())) {
            StoredRun run = new StoredRun(member.folder(sweep.folder()));
            if (run.hasMetrics()) {
                written.addAll(write(run, style));
            }
        }
        return written;
    }

    /** The runs of a sweep against each other, as "comparison"; nothing where none has an epoch yet. */
    static List<WrittenFigure> writeComparison(ExperimentConfig config, StoredRun sweep, FigureStyle style) {
        List<GroupMetrics> groups = SweepMembers.compared(config, sweep.folder());
        List<Tag> measured = COMPARED.stream()
                .filter(metric -> groups.stream()
                        .flatMap(group -> group.runs().stream())
                        .flatMap(List::stream)
                        .anyMatch(epoch -> epoch.value(metric).isPresent()))
                .toList();
        if (measured.isEmpty()) {
            return List.of();
        }
        FigureSpec spec = GroupFigures.compare(measured, groups, BandKind.STANDARD_DEVIATION);
        return List.of(FigureFiles.write(
                spec,
                style,
                new FigureOrigin(sweep.configSha256()),
                sweep.folder().figures(),
                "comparison",
                FORMATS));
    }
}
