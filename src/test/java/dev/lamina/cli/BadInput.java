package dev.lamina.cli;

import java.nio.file.Path;
import java.util.List;

/**
 * Something a person may hand in that cannot be used.
 *
 * @param arguments puts files into an empty folder and gives the command line
 * @param parts of the one line that answers: the place and the remedy among them
 */
record BadInput(String name, Preparation arguments, List<String> parts) {
    /** Prepares a folder and names the command line. */
    @FunctionalInterface
    interface Preparation {
        List<String> in(Path folder) throws Exception;
    }

    static BadInput of(String name, Preparation arguments, String... parts) {
        return new BadInput(name, arguments, List.of(parts));
    }

    @Override
    public String toString() {
        return name;
    }
}
