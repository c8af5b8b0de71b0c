package dev.lamina.cli;

import dev.lamina.config.ExperimentConfig;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that trains: where its data is, how it is shown, steered and stopped. */
abstract class TrainingCommandLine implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Mixin
    DataArguments data;

    @Mixin
    private OutputArguments output;

    @Mixin
    private CommandArguments commands;

    @Mixin
    TimeLimit limit;

    @Mixin
    private LaunchArguments launch;

    /** Prints the process that would train, if that is all that is wanted, and returns whether it is. */
    final boolean onlyShows(ExperimentConfig experiment) {
        if (launch.showsCommand()) {
            LaunchArguments.print(spec, experiment, spec.commandLine().getOut());
        }
        return launch.showsCommand();
    }

    final Training training() {
        var err = spec.commandLine().getErr();
        Reporter reporter = output.reporter(spec.commandLine().getOut(), err);
        return new Training(reporter, commands.queue(System.in, err, reporter), limit);
    }
}
