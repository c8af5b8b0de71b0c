package dev.lamina.cli;

import dev.lamina.experiment.LaminaBuild;
import dev.lamina.message.Language;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code lamina licenses}. */
@Command(
        name = "licenses",
        description = "Prints the libraries that Lamina comes with, and their licenses.",
        mixinStandardHelpOptions = true)
final class LicensesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getOut().println(LaminaBuild.licenses(Language.ofProcess()));
        return ExitCode.DONE;
    }
}
