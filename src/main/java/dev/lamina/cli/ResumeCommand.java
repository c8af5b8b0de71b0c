package dev.lamina.cli;

import dev.lamina.archive.RunRewind;
import dev.lamina.archive.RunStore;
import dev.lamina.config.ExperimentConfig;
import dev.lamina.experiment.CheckpointChoice;
import dev.lamina.experiment.worker.Runs;
import dev.lamina.reproduce.ReproductionFolder;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lamina resume RUN}. */
@Command(name = "resume", mixinStandardHelpOptions = true)
final class ResumeCommand extends TrainingCommandLine {
    @Parameters(paramLabel = "RUN")
    private Path folder;

    @Option(names = "--checkpoint", defaultValue = "last")
    private CheckpointChoice checkpoint;

    @Override
    public Integer call() throws InterruptedException {
        if (ReproductionFolder.is(folder)) {
            return ReproduceCommand.resume(folder, data.location(), Voice.of(spec), limit);
        }
        ExperimentConfig config = RunStore.open(folder).config();
        if (onlyShows(config)) {
            return ExitCode.DONE;
        }
        if (checkpoint == CheckpointChoice.BEST) {
            RunRewind.toBest(RunStore.open(folder));
        }
        return training()
                .follow((listener, queue) -> Runs.byBackend(data.location()).resume(folder, listener, queue));
    }
}
