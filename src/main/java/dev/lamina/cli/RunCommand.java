package dev.lamina.cli;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.event.CommandQueue;
import dev.lamina.experiment.Experiment;
import dev.lamina.experiment.RunFolder;
import dev.lamina.experiment.worker.WorkerRun;
import dev.lamina.experiment.worker.WorkerSettings;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lamina run CONFIG}. */
@Command(name = "run", description = "Runs an experiment and writes a run folder.", mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigArguments config;

    @Mixin
    private DataArguments data;

    @Mixin
    private OutputArguments output;

    @Mixin
    private CommandArguments commands;

    @Mixin
    private LaunchArguments launch;

    @Option(names = "--out", paramLabel = "DIR", description = "Run folder; must not exist. Default: runs/NAME-TIME.")
    private @Nullable Path folder;

    @Override
    public Integer call() throws InterruptedException {
        ExperimentConfig experiment = config.read();
        if (launch.showsCommand()) {
            LaunchArguments.print(spec, experiment, spec.commandLine().getOut());
            return ExitCode.DONE;
        }
        Path target = folder != null
                ? folder
                : RunFolder.standardPath(Path.of("runs"), experiment.name(), LocalDateTime.now(ZoneId.systemDefault()));
        CommandQueue queue = commands.queue(System.in, spec.commandLine().getErr());
        Training training = new Training(output.reporter(spec.commandLine().getOut()));
        if (!DeviceProcess.isNeededFor(experiment)) {
            return training.follow(listener -> Experiment.start(experiment, target, data.location(), listener, queue));
        }
        RunFolder.requireNew(target);
        commands.begin(queue);
        return training.follow(listener ->
                WorkerRun.start(experiment, target, data.location(), listener, queue, WorkerSettings.DEFAULT));
    }
}
