package dev.lamina.cli;

import dev.lamina.backend.BackendName;
import dev.lamina.config.ExperimentConfig;
import dev.lamina.experiment.Backends;
import dev.lamina.launch.BackendJvm;
import java.util.List;
import java.util.OptionalInt;
import picocli.CommandLine.Model.CommandSpec;

/** The process with the virtual machine that a configuration's backend needs. */
final class DeviceProcess {
    private DeviceProcess() {}

    /**
     * Runs the whole command line there, to its end.
     *
     * @return its exit code; empty if the backend computes in this process, and nothing was done
     * @throws dev.lamina.tensor.BadInputException if the backend cannot run on this machine
     */
    static OptionalInt run(CommandSpec command, ExperimentConfig config) {
        return BackendJvm.isNeededFor(Backends.deciding(config))
                ? OptionalInt.of(AttachedProcess.run(command(config, arguments(command))))
                : OptionalInt.empty();
    }

    /** Its command line with the arguments of Lamina. */
    static List<String> command(ExperimentConfig config, List<String> arguments) {
        BackendName backend = Backends.deciding(config);
        return BackendJvm.of(backend).command(arguments);
    }

    /** All arguments this process was given. */
    static List<String> arguments(CommandSpec command) {
        return command.root().commandLine().getParseResult().originalArgs();
    }
}
