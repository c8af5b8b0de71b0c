package dev.lamina.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real file system of some kilobytes, in a mount namespace of the test's own. */
class DiskFullTest {
    /** Two checkpoints of it fit, a third one does not, which is needed as soon as the last is not the best. */
    private static final String CONFIG = """
            {"name": "full", "data": {"source": {"type": "moons", "trainCount": 60, "testCount": 20}, "validation": {"count": 10}},
             "network": {"preset": {"type": "mlp", "hiddenWidths": [100, 100]}},
             "training": {"epochs": 12, "batchSize": 16, "learningRate": 0.05},
             "probes": {"gbr": {"enabled": false}}, "backend": {"name": "reference"}}""";

    private static final String SCRIPT = """
            mount -t tmpfs -o size=240k none "$0" || exit 77
            "$@" run "$0/../config.json" --out "$0/run"; echo "exit $?"
            ls -A "$0/run/checkpoints" | grep -c step-
            mount -o remount,size=20m "$0"
            "$@" resume "$0/run"; echo "exit $?"
            """;

    @TempDir
    private Path folder;

    @Test
    void aFullDiskEndsTheRunWithOneLineAndTheLastCheckpointGoesOn() throws Exception {
        assumeTrue(own("true").exitCode == 0, "no namespace of its own may be made here");
        Files.writeString(folder.resolve("config.json"), CONFIG);
        Path small = Files.createDirectory(folder.resolve("small"));
        Ended ended = own(
                "sh",
                "-c",
                SCRIPT,
                small.toString(),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--add-modules=jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.lamina.Lamina");
        assumeTrue(ended.exitCode != 77, "no file system may be mounted here");
        List<String> lines = ended.output.lines().toList();
        assertEquals(
                1, lines.stream().filter(line -> line.startsWith("failed: ")).count(), ended.output);
        String failed = lines.stream()
                .filter(line -> line.startsWith("failed: "))
                .findFirst()
                .orElseThrow();
        assertTrue(failed.contains(small + "/run/"), failed);
        assertTrue(failed.contains("(No space left on device); free space"), failed);
        assertFalse(ended.output.contains("\tat "), ended.output);
        assertEquals(
                List.of("exit 1", "exit 0"),
                lines.stream().filter(line -> line.startsWith("exit ")).toList(),
                ended.output);
        assertTrue(lines.contains("2"), "nothing is left of the checkpoint that did not fit: " + ended.output);
    }

    private record Ended(int exitCode, String output) {}

    private static Ended own(String... command) throws IOException, InterruptedException {
        List<String> whole = new ArrayList<>(List.of("unshare", "-rm"));
        whole.addAll(List.of(command));
        try {
            Process process =
                    new ProcessBuilder(whole).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), output);
        } catch (IOException e) {
            return new Ended(127, String.valueOf(e.getMessage()));
        }
    }
}
