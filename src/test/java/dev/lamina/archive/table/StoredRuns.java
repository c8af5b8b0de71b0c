package dev.lamina.archive.table;

import dev.lamina.archive.JsonFile;
import dev.lamina.archive.MachineDescription;
import dev.lamina.archive.MetricsFile;
import dev.lamina.archive.RunRecord;
import dev.lamina.archive.RunState;
import dev.lamina.metric.EpochMetrics;
import dev.lamina.metric.Tags;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Run folders as a training leaves them, written without one. */
public final class StoredRuns {
    private static final String CONFIG = """
            {"name": "%s", "seed": %d,
             "training": {"weightDecay": %s, "epochs": 2, "optimizer": {"type": "sgd", "momentum": 0.9}},
             "activation": %s, "backend": {"name": "cpu", "threads": %d}, "sweep": {}, "search": null}
            """;

    private static final MachineDescription MACHINE =
            new MachineDescription("Linux", "x86", 2, 1L << 30, "OpenJDK 25", "cpu", "oneDNN", "3", 1);

    private StoredRuns() {}

    /** A finished run of two epochs; its accuracy rises by a tenth. */
    public static Path write(
            Path folder, long seed, double weightDecay, Optional<String> activation, double accuracy, double gbr)
            throws IOException {
        Files.createDirectories(folder);
        String type = activation.map("{\"type\": \"%s\"}"::formatted).orElse("null");
        Files.writeString(
                folder.resolve("config.json"),
                CONFIG.formatted(folder.getFileName(), seed, weightDecay, type, seed % 3));
        MetricsFile metrics = new MetricsFile(folder.resolve("metrics.jsonl"));
        for (int epoch = 1; epoch <= 2; epoch++) {
            metrics.append(EpochMetrics.of(
                    epoch,
                    epoch * 10L,
                    Map.of(
                            Tags.TEST_ACCURACY,
                            accuracy + 0.1 * (epoch - 2),
                            Tags.VALIDATION_ACCURACY,
                            accuracy - 0.02,
                            Tags.GBR,
                            gbr)));
        }
        JsonFile.write(folder.resolve("run.json"), record(folder.getFileName().toString(), seed));
        return folder;
    }

    private static RunRecord record(String name, long seed) {
        Instant time = Instant.parse("2026-01-31T10:00:00Z");
        return new RunRecord(
                1,
                name.toUpperCase(Locale.ROOT),
                RunState.FINISHED,
                null,
                seed,
                Map.of(),
                new RunRecord.DataDescription("moons", 100, 10, 20, 2, "a", "b", null, 1, Map.of()),
                new RunRecord.NetworkDescription("[2]", 3, 50, 100, true),
                MACHINE,
                time,
                time,
                time,
                12.5,
                10,
                2,
                2,
                20,
                List.of(),
                null);
    }
}
