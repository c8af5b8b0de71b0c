package dev.lamina.cli;

import dev.lamina.experiment.LaminaBuild;
import dev.lamina.log.LogPlace;
import picocli.CommandLine.IVersionProvider;

/** The version of the jar, or "development" when run from classes, and where the log file is. */
final class LaminaVersion implements IVersionProvider {
    static String text() {
        return LaminaBuild.current().version();
    }

    @Override
    public String[] getVersion() {
        return new String[] {"Lamina " + text() + " on JDK " + Runtime.version(), "log file: " + LogPlace.file()};
    }
}
