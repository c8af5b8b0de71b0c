package dev.lamina.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of the jar, or "development" when run from classes. */
final class LaminaVersion implements IVersionProvider {
    static String text() {
        String version = LaminaVersion.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"Lamina " + text() + " on JDK " + Runtime.version()};
    }
}
