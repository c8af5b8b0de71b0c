package dev.lamina.experiment.worker;

import dev.lamina.config.ConfigFiles;
import dev.lamina.config.ExperimentConfig;
import dev.lamina.data.DataLocation;
import dev.lamina.event.CommandQueue;
import dev.lamina.event.TrainingCommand;
import dev.lamina.event.TrainingListener;
import dev.lamina.experiment.RunHandle;
import dev.lamina.experiment.RunTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A run in a process of its own. A worker that crashes or hangs ends as a failed run with its last words. */
public final class WorkerRun {
    private WorkerRun() {}

    /**
     * Starts a worker and returns at once. It begins to train with the first command, such as
     * {@link TrainingCommand.Resume}.
     *
     * @param folder must not exist
     * @param listener is told everything on a thread of its own
     */
    public static RunHandle start(
            ExperimentConfig config,
            Path folder,
            DataLocation where,
            TrainingListener listener,
            CommandQueue commands,
            WorkerSettings settings) {
        try {
            Path file = Files.createTempFile("lamina-worker", ".json");
            Files.writeString(file, ConfigFiles.write(config));
            return launch(
                    new WorkerProcess(
                            WorkerCommand.run(file, folder, where), folder, Optional.of(file), listener, settings),
                    commands);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Goes on with a run that was stopped, failed, or ended without a word; as {@link #start} otherwise. */
    public static RunHandle resume(
            Path folder,
            DataLocation where,
            TrainingListener listener,
            CommandQueue commands,
            WorkerSettings settings) {
        return launch(
                new WorkerProcess(WorkerCommand.resume(folder, where), folder, Optional.empty(), listener, settings),
                commands);
    }

    private static RunHandle launch(WorkerProcess worker, CommandQueue commands) {
        return RunTask.launch(Thread.ofVirtual().name("worker"), commands, () -> worker.follow(commands));
    }
}
