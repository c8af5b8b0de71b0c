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
            LaunchArguments.print(spec, experiment);
        }
        return launch.showsCommand();
    }

    final Training training() {
        Voice voice = Voice.of(spec);
        Reporter reporter = output.reporter(voice);
        return new Training(reporter, commands.queue(System.in, voice, reporter), limit);
    }
}
