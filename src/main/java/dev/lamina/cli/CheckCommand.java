package dev.lamina.cli;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.experiment.ExperimentCheck;
import picocli.CommandLine.Command;

/** {@code lamina check CONFIG}. */
@Command(
        name = "check",
        description = "Checks a configuration, its network and its data without training.",
        mixinStandardHelpOptions = true)
final class CheckCommand extends OnConfig {
    @Override
    int here(ExperimentConfig experiment) {
        spec.commandLine().getOut().println(config.file() + ": " + ExperimentCheck.of(experiment, data.location()));
        return ExitCode.DONE;
    }
}
