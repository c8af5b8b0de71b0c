package dev.lamina.cli;

import dev.lamina.config.ExperimentConfig;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that computes with a configuration's backend, in the process which that one needs. */
abstract class OnDevice implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Mixin
    DataArguments data;

    abstract ExperimentConfig config();

    /** Does the work and returns the exit code. */
    abstract int here(ExperimentConfig experiment);

    @Override
    public final Integer call() {
        ExperimentConfig experiment = config();
        return DeviceProcess.run(spec, experiment).orElseGet(() -> here(experiment));
    }
}
