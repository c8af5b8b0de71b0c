package dev.lamina.experiment.worker;

import dev.lamina.archive.RunFolder;
import dev.lamina.archive.RunStore;
import dev.lamina.backend.BackendName;
import dev.lamina.config.ConfigFiles;
import dev.lamina.config.ExperimentConfig;
import dev.lamina.data.DataLocation;
import dev.lamina.event.CommandQueue;
import dev.lamina.event.TrainingCommand;
import dev.lamina.event.TrainingListener;
import dev.lamina.experiment.Backends;
import dev.lamina.experiment.RunHandle;
import dev.lamina.experiment.RunResult;
import dev.lamina.experiment.RunTask;
import dev.lamina.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** A run in a process of its own. A worker that crashes or hangs ends as a failed run with its last words. */
public final class WorkerRun {
    private WorkerRun() {}

    /**
     * Starts a worker and returns at once. It begins to train with the first command, such as
     * {@link TrainingCommand.Resume}.
     *
     * @param folder as {@link dev.lamina.experiment.Experiment#requireStartable} demands
     * @param listener is told everything on a thread of its own
     */
    public static RunHandle start(
            ExperimentConfig config,
            Path folder,
            DataLocation where,
            TrainingListener listener,
            CommandQueue commands,
            WorkerSettings settings) {
        return launch(commands, () -> {
            BackendName backend = Backends.deciding(config);
            Path file = written(config);
            try {
                return new WorkerProcess(WorkerCommand.run(backend, file, folder, where), folder, listener, settings)
                        .follow(commands);
            } finally {
                remove(file);
                RunFolder.removeIfEmpty(folder);
            }
        });
    }

    /** Goes on with a run that was stopped, failed, or ended without a word; as {@link #start} otherwise. */
    public static RunHandle resume(
            Path folder,
            DataLocation where,
            TrainingListener listener,
            CommandQueue commands,
            WorkerSettings settings) {
        return launch(commands, () -> {
            BackendName backend = Backends.deciding(RunStore.open(folder).config());
            return new WorkerProcess(WorkerCommand.resume(backend, folder, where), folder, listener, settings)
                    .follow(commands);
        });
    }

    private static RunHandle launch(CommandQueue commands, Callable<RunResult> work) {
        return RunTask.launch(Thread.ofVirtual().name("worker"), commands, work);
    }

    private static Path written(ExperimentConfig config) {
        try {
            return Files.writeString(Files.createTempFile("lamina-worker", ".json"), ConfigFiles.write(config));
        } catch (IOException e) {
            throw AtomicFile.unwritable(Path.of(System.getProperty("java.io.tmpdir")), e);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException _) {
            // A small file among the system's temporary ones.
        }
    }
}
