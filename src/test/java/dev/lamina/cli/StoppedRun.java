package dev.lamina.cli;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.data.DataLocation;
import dev.lamina.event.TrainingEvent;
import dev.lamina.event.TrainingListener;
import dev.lamina.experiment.Experiment;
import dev.lamina.experiment.RunHandle;
import dev.lamina.setting.RecordFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** A run that was stopped two steps after its first epoch, to be copied and damaged. */
final class StoppedRun {
    static final String LAST = "checkpoints/step-00000006/";
    private static final int LAST_STEP = 6;

    /** A class of its own: the run's thread must not wait for this one to be initialized. */
    private record Stopper(CompletableFuture<RunHandle> run) implements TrainingListener {
        @Override
        public void on(TrainingEvent event) {
            if (event instanceof TrainingEvent.StepCompleted step && step.step() == LAST_STEP) {
                run.join().stop();
            }
        }
    }

    private StoppedRun() {}

    /** Apart from the listener below: the run's thread must not need the class whose initialization waits for it. */
    private static final class Recorded {
        static final Map<String, byte[]> FILES = files();
    }

    /** Makes a folder that holds the run. */
    static void copyTo(Path run) throws IOException {
        for (Map.Entry<String, byte[]> file : Recorded.FILES.entrySet()) {
            Path copy = run.resolve(file.getKey());
            Files.createDirectories(copy.getParent());
            Files.write(copy, file.getValue());
        }
    }

    private static Map<String, byte[]> files() {
        try {
            Path folder = Files.createTempDirectory("stopped-run");
            stop(folder.resolve("run"));
            Map<String, byte[]> files = new TreeMap<>();
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    if (Files.isRegularFile(path)) {
                        files.put(folder.resolve("run").relativize(path).toString(), Files.readAllBytes(path));
                    }
                    Files.delete(path);
                }
            }
            return files;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void stop(Path run) throws InterruptedException {
        ExperimentConfig config = RecordFiles.parse(SmallConfig.TEXT, "small", ExperimentConfig.class, List.of());
        CompletableFuture<RunHandle> started = new CompletableFuture<>();
        started.complete(Experiment.start(config, run, new DataLocation(List.of(), run), new Stopper(started)));
        started.join().await();
    }
}
