package dev.lamina.experiment.worker;

import dev.lamina.archive.RunFolder;
import dev.lamina.archive.RunState;
import dev.lamina.archive.RunStore;
import dev.lamina.archive.StoredRun;
import dev.lamina.backend.BackendName;
import dev.lamina.config.ExperimentConfig;
import dev.lamina.data.DataLocation;
import dev.lamina.event.CommandQueue;
import dev.lamina.event.TrainingCommand;
import dev.lamina.event.TrainingListener;
import dev.lamina.experiment.Backends;
import dev.lamina.experiment.Experiment;
import dev.lamina.experiment.RunHandle;
import dev.lamina.experiment.RunResult;
import dev.lamina.experiment.RunTask;
import dev.lamina.file.AtomicFile;
import dev.lamina.setting.RecordFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * A run in a process of its own. A worker that crashes or hangs ends as a failed run with its last words.
 *
 * @param silenceSeconds as {@code Runs} has it
 */
record WorkerRun(DataLocation data, double silenceSeconds) {
    /** @throws dev.lamina.tensor.BadInputException at the handle, before a process is started, if the folder is taken */
    RunHandle start(ExperimentConfig config, Path folder, TrainingListener listener, CommandQueue commands) {
        return launch(commands, () -> {
            Experiment.requireStartable(config, folder);
            BackendName backend = Backends.deciding(config);
            Path file = written(config);
            try {
                return new WorkerProcess(
                                WorkerCommand.run(backend, file, folder, data), folder, listener, silenceSeconds)
                        .follow(commands);
            } finally {
                remove(file);
                RunFolder.removeIfEmpty(folder);
            }
        });
    }

    /** As {@link dev.lamina.experiment.RunDoor} has it. */
    RunResult startOrGoOn(ExperimentConfig config, Path folder, TrainingListener listener, CommandQueue commands)
            throws InterruptedException {
        StoredRun run = StoredRun.in(folder);
        if (!Files.exists(folder) || run.folder().isUnbegun()) {
            return start(config, folder, listener, commands).await();
        }
        if (run.isFinished() && Files.exists(run.folder().figures())) {
            return new RunResult(folder, RunState.FINISHED, null, null, List.of());
        }
        return resume(folder, listener, commands).await();
    }

    RunHandle resume(Path folder, TrainingListener listener, CommandQueue commands) {
        return launch(commands, () -> {
            BackendName backend = Backends.deciding(RunStore.open(folder).config());
            return new WorkerProcess(WorkerCommand.resume(backend, folder, data), folder, listener, silenceSeconds)
                    .follow(commands);
        });
    }

    /** A worker waits for its first command, unlike a run in this process. */
    private static RunHandle launch(CommandQueue commands, Callable<RunResult> work) {
        // One that says where to stop does not say to begin.
        if (commands.isEmpty() || commands.beginsWithStopAfter()) {
            commands.submit(new TrainingCommand.Resume());
        }
        return RunTask.launch(Thread.ofVirtual().name("worker"), commands, work);
    }

    private static Path written(ExperimentConfig config) {
        try {
            return Files.writeString(Files.createTempFile("lamina-worker", ".json"), RecordFiles.write(config));
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
