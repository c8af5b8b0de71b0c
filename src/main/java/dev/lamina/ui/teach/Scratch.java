package dev.lamina.ui.teach;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders of runs that nobody will look for. */
final class Scratch {
    private static final System.Logger LOG = System.getLogger(Scratch.class.getName());

    private Scratch() {}

    /** A new one, among the system's temporary files. */
    static Path folder() {
        try {
            return Files.createTempDirectory("lamina-plane-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes a folder with all that is in it; what cannot be removed stays. */
    static void remove(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "scratch folder stays", e);
        }
    }
}
