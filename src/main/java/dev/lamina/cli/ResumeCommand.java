package dev.lamina.cli;

import dev.lamina.archive.RunRewind;
import dev.lamina.archive.RunStore;
import dev.lamina.config.ExperimentConfig;
import dev.lamina.event.CommandQueue;
import dev.lamina.experiment.CheckpointChoice;
import dev.lamina.experiment.worker.Runs;
import dev.lamina.reproduce.ReproductionFolder;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lamina resume RUN}. */
@Command(
        name = "resume",
        description = "Goes on with a run that was stopped, from its last checkpoint.",
        mixinStandardHelpOptions = true)
final class ResumeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RUN", description = "The run folder.")
    private Path folder;

    @Option(
            names = "--checkpoint",
            defaultValue = "last",
            description = "One of ${COMPLETION-CANDIDATES}; best forgets what came after it. Default: last.")
    private CheckpointChoice checkpoint;

    @Mixin
    private DataArguments data;

    @Mixin
    private OutputArguments output;

    @Mixin
    private CommandArguments commands;

    @Mixin
    private TimeLimit limit;

    @Mixin
    private LaunchArguments launch;

    @Override
    public Integer call() throws InterruptedException {
        if (ReproductionFolder.is(folder)) {
            return ReproduceCommand.resume(
                    folder, data.location(), spec.commandLine().getOut(), limit);
        }
        ExperimentConfig config = RunStore.open(folder).config();
        if (launch.showsCommand()) {
            LaunchArguments.print(spec, config, spec.commandLine().getOut());
            return ExitCode.DONE;
        }
        if (checkpoint == CheckpointChoice.BEST) {
            RunRewind.toBest(RunStore.open(folder));
        }
        Reporter reporter =
                output.reporter(spec.commandLine().getOut(), spec.commandLine().getErr());
        CommandQueue queue = commands.queue(System.in, spec.commandLine().getErr(), reporter);
        Training training = new Training(reporter, queue, limit);
        return training.follow(listener -> Runs.byBackend(data.location()).resume(folder, listener, queue));
    }
}
