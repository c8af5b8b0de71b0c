package dev.lamina.data.source;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lamina.data.DataLocation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The published data sets, where this machine has them: in the folder LAMINA_DATA names, or in ../shared/data. */
final class RealData {
    private RealData() {}

    /** Skips the calling test, saying so, where the files are absent. */
    static DataLocation with(String folder, String... files) {
        Path root = Optional.ofNullable(System.getenv(DataLocation.VARIABLE))
                .map(Path::of)
                .orElse(Path.of("..", "shared", "data"));
        for (String file : files) {
            Path path = root.resolve(folder).resolve(file);
            assumeTrue(Files.exists(path), "skipped: " + path + " is absent");
        }
        return new DataLocation(List.of(root), root);
    }
}
