package dev.lamina.cli;

import dev.lamina.config.ConfigSchema;
import dev.lamina.config.ExperimentConfig;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code lamina schema}. */
@Command(
        name = "schema",
        description = "Prints the JSON Schema of configurations, for editors and other programs.",
        mixinStandardHelpOptions = true)
final class SchemaCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(ConfigSchema.of(ExperimentConfig.class));
        spec.commandLine().getOut().flush();
        return ExitCode.DONE;
    }
}
