package dev.lamina.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A configuration that trains within a second: points, a small perceptron, the reference backend. */
final class SmallConfig {
    static final String TEXT = """
            {
              "name": "moons",
              "data": {
                "source": {"type": "moons", "trainCount": 60, "testCount": 20},
                "validation": {"count": 10}
              },
              "network": {"preset": {"type": "mlp", "hiddenWidths": [6]}},
              "training": {
                "epochs": 3,
                "batchSize": 16,
                "learningRate": 0.1
              },
              "probes": {"gbr": {"images": 20}},
              "backend": {"name": "reference"}
            }
            """;

    private SmallConfig() {}

    static Path write(Path folder) throws IOException {
        return Files.writeString(folder.resolve("moons.json"), TEXT);
    }

    /** The text with one part of it replaced. */
    static Path write(Path folder, String part, String replacement) throws IOException {
        if (!TEXT.contains(part)) {
            throw new IllegalArgumentException(part);
        }
        return Files.writeString(folder.resolve("moons.json"), TEXT.replace(part, replacement));
    }

    /** "run CONFIG --out FOLDER/run" and more. */
    static List<String> run(Path config, String... more) {
        String out = config.resolveSibling("run").toString();
        return Stream.concat(Stream.of("run", config.toString(), "--out", out), Stream.of(more))
                .toList();
    }
}
