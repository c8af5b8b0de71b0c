package dev.lamina.cli;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.event.CommandQueue;
import dev.lamina.experiment.Experiment;
import dev.lamina.experiment.RunFolder;
import java.nio.file.Path;
import java.time.LocalDateTime;
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

    @Option(names = "--out", paramLabel = "DIR", description = "Run folder; must not exist. Default: runs/NAME-TIME.")
    private @Nullable Path folder;

    @Override
    public Integer call() throws InterruptedException {
        ExperimentConfig experiment = config.read();
        Path target = folder != null
                ? folder
                : RunFolder.standardPath(Path.of("runs"), experiment.name(), LocalDateTime.now());
        CommandQueue queue = commands.queue(System.in, spec.commandLine().getErr());
        return new Training(output.reporter(spec.commandLine().getOut()))
                .follow(listener -> Experiment.start(experiment, target, data.location(), listener, queue));
    }
}
