package dev.lamina.cli;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.experiment.ExperimentCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lamina check CONFIG}. */
@Command(
        name = "check",
        description = "Checks a configuration, its network and its data without training.",
        mixinStandardHelpOptions = true)
final class CheckCommand extends OnDevice {
    @Mixin
    private ConfigArguments config;

    @Override
    ExperimentConfig config() {
        return config.read();
    }

    @Override
    int here(ExperimentConfig experiment) {
        spec.commandLine().getOut().println(config.file() + ": " + ExperimentCheck.of(experiment, data.location()));
        return ExitCode.DONE;
    }
}
