package dev.lamina.cli;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.experiment.ExperimentCheck;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code lamina check CONFIG}. */
@Command(
        name = "check",
        description = "Checks a configuration, its network and its data without training.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigArguments config;

    @Mixin
    private DataArguments data;

    @Override
    public Integer call() {
        ExperimentConfig experiment = config.read();
        OptionalInt elsewhere = DeviceProcess.run(spec, experiment);
        if (elsewhere.isPresent()) {
            return elsewhere.getAsInt();
        }
        Optional<OtherLoad> load = OtherLoad.sinceNow();
        spec.commandLine().getOut().println(config.file() + ": " + ExperimentCheck.of(experiment, data.location()));
        load.flatMap(since -> since.offer(experiment))
                .ifPresent(spec.commandLine().getErr()::println);
        return ExitCode.DONE;
    }
}
