package dev.lamina.cli;

import dev.lamina.experiment.LaminaBuild;
import dev.lamina.log.LogPlace;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The version of the jar, or "development" when run from classes, and where the log file is. */
final class LaminaVersion implements IVersionProvider {
    @Spec
    private CommandSpec spec;

    @Override
    public String[] getVersion() {
        Voice voice = Voice.of(spec);
        return new String[] {
            voice.text("cli.version", LaminaBuild.current().version(), Runtime.version()),
            voice.text("cli.logFile", LogPlace.file())
        };
    }
}
