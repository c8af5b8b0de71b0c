package dev.lamina.ui.app;

import dev.lamina.archive.KeptCheckpoint;
import dev.lamina.archive.RunStore;
import dev.lamina.archive.StoredRun;
import dev.lamina.campaign.ProcessSize;
import dev.lamina.config.ExperimentConfig;
import dev.lamina.experiment.RunFigures;
import dev.lamina.experiment.worker.RunPlace;
import dev.lamina.figure.FigureStyle;
import dev.lamina.figure.RunMetrics;
import dev.lamina.figure.TrainingFigures;
import dev.lamina.figure.write.FigureFiles;
import dev.lamina.figure.write.FigureFormat;
import dev.lamina.figure.write.FigureOrigin;
import dev.lamina.launch.VectorModule;
import dev.lamina.message.Language;
import dev.lamina.metric.Tags;
import dev.lamina.setting.RecordFiles;
import dev.lamina.ui.fx.Appearance;
import dev.lamina.ui.run.Beginning;
import dev.lamina.ui.run.EarlierRuns;
import dev.lamina.ui.run.RunEntry;
import dev.lamina.ui.run.RunState;
import dev.lamina.ui.run.RunViewModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;

/** The work of a soak: {@code Soak MINUTES FOLDER} does it all over again and prints how large the process is. */
final class Soak {
    private static final int MOST_SAMPLES = 60;
    private static final int KEPT_RUNS = 3;
    private static final EnumSet<FigureFormat> FORMATS = EnumSet.allOf(FigureFormat.class);

    private static final String CONVOLUTIONS = """
            {"name": "convolutions", "data": {"source": {"type": "shapes", "trainCount": 256, "testCount": 64},
              "validation": {"count": 64}},
             "network": {"preset": {"type": "resnet8", "width": 8}}, "training": {"epochs": 10000, "batchSize": 32},
             "probes": {"gbr": {"images": 16}}, "backend": {"threads": 1}}""";

    private static final String WNLL = """
            {"name": "stages", "data": {"source": {"type": "moons", "trainCount": 200, "testCount": 50}},
             "network": {"preset": {"type": "mlp", "hiddenWidths": [16]}},
             "head": {"type": "wnll", "alternations": 20, "epochs": 100},
             "training": {"epochs": 2000, "batchSize": 20, "learningRate": 0.05},
             "probes": {"gbr": {"enabled": false}}, "backend": {"threads": 1}}""";

    private static final String PERCEPTRON = """
            {"name": "perceptron", "data": {"source": {"type": "spirals", "trainCount": 512, "testCount": 128}},
             "network": {"preset": {"type": "mlp", "hiddenWidths": [32, 32]}},
             "training": {"epochs": 100000, "batchSize": 32, "learningRate": 0.05},
             "probes": {"gbr": {"images": 16}}, "backend": {"threads": 1}}""";

    private static final List<String> KINDS = List.of(CONVOLUTIONS, PERCEPTRON, WNLL, PERCEPTRON);

    private final Screen screen;
    private final Path folder;
    private final RunViewModel runs;
    private int rounds;

    private Soak(Screen screen, Path folder) {
        this.screen = screen;
        this.folder = folder;
        this.runs = screen.workbench.runs();
    }

    public static void main(String[] args) throws Exception {
        Thread.setDefaultUncaughtExceptionHandler((_, e) -> {
            e.printStackTrace(System.out);
            Runtime.getRuntime().halt(1);
        });
        VectorModule.load();
        Path folder = Path.of(args[1]);
        try (Screen screen = Screen.open(folder, Appearance.LIGHT, Language.ENGLISH)) {
            screen.show();
            new Soak(screen, folder).last(60.0 * Integer.parseInt(args[0]));
        }
        System.exit(0);
    }

    private void last(double seconds) throws Exception {
        System.out.println(ProcessSize.HEADER);
        long begun = System.nanoTime();
        int samples = 0;
        while (samples < MOST_SAMPLES) {
            round();
            double now = (System.nanoTime() - begun) * 1e-9;
            if (now >= seconds * (samples + 1) / MOST_SAMPLES) {
                System.out.println(ProcessSize.now(now).line());
                samples = (int) (now * MOST_SAMPLES / seconds);
            }
        }
        System.out.println(rounds + " rounds of a run and a branch of it");
    }

    private void round() throws Exception {
        int kind = rounds % KINDS.size();
        ExperimentConfig config = RecordFiles.parse(KINDS.get(kind), "soak", ExperimentConfig.class, List.of());
        Path run = screen.services.runs().resolve(config.name() + "-" + rounds);
        Path branch = run.resolveSibling(run.getFileName() + "-branch");
        rounds++;
        boolean elsewhere = kind == KINDS.size() - 1;
        screen.fx(() -> {
            screen.workbench.setTrainingPlace(elsewhere ? RunPlace.OWN_PROCESS : RunPlace.BY_BACKEND);
            screen.workbench.show(ExperimentDocument.unsaved(config));
            runs.start(config, run, Beginning.ONE_EPOCH);
            return null;
        });
        await(RunState.PAUSED);
        pauseAndGoOn(run);
        stop();
        screen.fx(() -> {
            runs.resumeLast(Beginning.ONE_STEP);
            return null;
        });
        await(RunState.PAUSED);
        stop();
        RunEntry entry = screen.fx(runs::current);
        KeptCheckpoint checkpoint = StoredRun.in(run).checkpoints().getFirst();
        screen.fx(() -> {
            runs.branch(entry, checkpoint, branch, Beginning.ONE_EPOCH);
            return null;
        });
        await(RunState.PAUSED);
        stop();
        compare();
        closeAndOpen();
    }

    private void pauseAndGoOn(Path run) throws Exception {
        int drawn =
                RunFigures.write(RunStore.open(run), FigureStyle.doubleColumn()).size();
        require(drawn > 0, "no figures of a run that goes on");
        screen.fx(() -> {
            runs.resume();
            return null;
        });
        await(RunState.RUNNING);
        screen.await(() -> runs.latestStep() != null && runs.latestStep().epoch() > 2);
        screen.fx(() -> {
            runs.pause();
            return null;
        });
        await(RunState.PAUSED);
        screen.fx(() -> {
            runs.step();
            return null;
        });
        screen.layout();
    }

    private void stop() throws Exception {
        screen.fx(() -> {
            runs.stop();
            return null;
        });
        await(RunState.STOPPED);
        screen.layout();
    }

    /** All curves in the charts, and a figure of them. */
    private void compare() throws Exception {
        List<RunEntry> entries = screen.fx(() -> List.copyOf(runs.entries()));
        List<RunMetrics> metrics = entries.stream()
                .map(entry -> new RunMetrics(
                        entry.folder().getFileName().toString(),
                        StoredRun.in(entry.folder()).metrics()))
                .toList();
        FigureFiles.write(
                TrainingFigures.compare(List.of(Tags.TRAIN_ACCURACY, Tags.TEST_ACCURACY), metrics),
                FigureStyle.singleColumn(),
                FigureOrigin.UNKNOWN,
                folder.resolve("compared"),
                "comparison",
                FORMATS);
        screen.fx(() -> {
            entries.forEach(entry -> entry.shownProperty().set(true));
            return null;
        });
        screen.layout();
    }

    /** Takes the runs from the list, deletes the oldest and reads the others back as a window does that begins. */
    private void closeAndOpen() throws Exception {
        List<Path> folders =
                screen.fx(() -> runs.entries().stream().map(RunEntry::folder).toList());
        screen.fx(() -> {
            runs.entries().clear();
            return null;
        });
        screen.layout();
        for (Path old : folders.stream().skip(KEPT_RUNS).toList()) {
            delete(old);
        }
        EarlierRuns found = EarlierRuns.read(new RunStore(screen.services.runs()), KEPT_RUNS);
        require(found.runs().size() == Math.min(KEPT_RUNS, folders.size()), "runs are not read back");
        screen.fx(() -> {
            runs.known().addEarlier(found);
            runs.entries().forEach(entry -> entry.shownProperty().set(true));
            return null;
        });
        screen.layout();
    }

    private void await(RunState wanted) throws Exception {
        screen.await(() ->
                runs.stateProperty().get() == wanted || runs.stateProperty().get() == RunState.FAILED);
        require(
                screen.fx(() -> runs.stateProperty().get()) == wanted,
                screen.fx(() -> runs.messageProperty().get().toString()));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
