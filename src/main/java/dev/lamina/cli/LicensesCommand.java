package dev.lamina.cli;

import dev.lamina.experiment.LaminaBuild;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code lamina licenses}. */
@Command(name = "licenses", mixinStandardHelpOptions = true)
final class LicensesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Voice voice = Voice.of(spec);
        voice.print(LaminaBuild.licenses(voice.language()));
        return ExitCode.DONE;
    }
}
