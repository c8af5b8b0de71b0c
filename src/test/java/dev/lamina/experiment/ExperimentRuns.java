package dev.lamina.experiment;

import dev.lamina.archive.StoredRun;
import dev.lamina.config.ExperimentConfig;
import dev.lamina.event.TrainingEvent;
import dev.lamina.event.TrainingListener;
import dev.lamina.metric.EpochMetrics;
import dev.lamina.setting.RecordFiles;
import dev.lamina.testing.Untimed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** Small experiments in a folder of their own, run to the end, stopped, or gone on with. */
abstract class ExperimentRuns {
    @TempDir
    Path folder;

    final List<TrainingEvent> events = Collections.synchronizedList(new ArrayList<>());

    RunResult run(ExperimentConfig config, Path path) throws InterruptedException {
        return Experiment.start(config, path, SmallExperiment.NOWHERE, events::add)
                .await();
    }

    RunResult resume(Path path) throws InterruptedException {
        return Experiment.resume(path, SmallExperiment.NOWHERE, events::add).await();
    }

    /** Runs until a step is done, then stops. */
    RunResult runUntil(long lastStep, ExperimentConfig config, Path path) throws InterruptedException {
        AtomicReference<RunHandle> handle = new AtomicReference<>();
        Object ready = new Object();
        TrainingListener stopper = event -> {
            if (event instanceof TrainingEvent.StepCompleted step && step.step() == lastStep) {
                synchronized (ready) {
                    handle.get().stop();
                }
            }
        };
        synchronized (ready) {
            handle.set(Experiment.start(config, path, SmallExperiment.NOWHERE, stopper.and(events::add)));
        }
        return handle.get().await();
    }

    static void leave(Path path, String files) throws IOException {
        for (String file : files.split(",")) {
            if (!file.isEmpty()) {
                // A name of its own is there whole or not at all.
                String content = file.equals("config.json") ? RecordFiles.write(SmallExperiment.config()) : "half";
                Files.writeString(path.resolve(file.formatted(UUID.randomUUID())), content);
            }
        }
    }

    static List<EpochMetrics> measured(Path run) {
        return StoredRun.in(run).metrics().stream().map(Untimed::of).toList();
    }

    static byte[] bytes(Path run, String name) throws IOException {
        return Files.readAllBytes(
                run.resolve("checkpoints").resolve("step-00000012").resolve(name));
    }

    static Set<String> names(Path path) throws IOException {
        try (Stream<Path> entries = Files.list(path)) {
            return entries.map(e -> e.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
