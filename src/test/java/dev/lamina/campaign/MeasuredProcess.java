package dev.lamina.campaign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A run as a person starts it, with the options that Lamina gives itself, and the most memory it ever had. Linux only. */
record MeasuredProcess(long greatestResidentBytes) {
    private static final long MOST_SECONDS = 600;
    private static final String GREATEST = "VmHWM:";

    static boolean isPossible() {
        return Files.isReadable(Path.of("/proc/self/status"));
    }

    /** Trains to the end. */
    static MeasuredProcess run(Path config, Path folder) throws IOException, InterruptedException {
        Path output = folder.resolveSibling(folder.getFileName() + ".txt");
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.lamina.Lamina",
                        "run",
                        config.toString(),
                        "--out",
                        folder.toString()))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().remove("JDK_JAVA_OPTIONS");
        Process process = builder.start();
        long greatest = 0;
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
        // It replaces itself, so that the one process is both launcher and training.
        while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
            greatest = Math.max(greatest, greatest(process.pid()));
            if (System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new AssertionError("does not end: " + Files.readString(output));
            }
        }
        if (process.exitValue() != 0) {
            throw new AssertionError(process.exitValue() + ": " + Files.readString(output));
        }
        return new MeasuredProcess(greatest);
    }

    private static long greatest(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith(GREATEST))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D+", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException _) {
            return 0;
        }
    }
}
