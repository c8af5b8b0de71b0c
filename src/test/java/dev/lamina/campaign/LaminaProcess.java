package dev.lamina.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** A Lamina as a person starts it, from the class path of this test, with all that it starts itself. */
final class LaminaProcess {
    private static final long MOST_SECONDS = 120;

    private final Process process;
    private final Path output;
    private final Set<ProcessHandle> seen = new HashSet<>();

    private LaminaProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** @param output what it prints, both streams together */
    static LaminaProcess start(List<String> options, List<String> arguments, Path output) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.lamina.Lamina"));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new LaminaProcess(process, output);
    }

    boolean isAlive() {
        process.descendants().forEach(seen::add);
        return process.isAlive();
    }

    /** Kills it, or one of the processes it has started, with a signal that cannot be caught. */
    void kill(RandomGenerator random) {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        seen.addAll(all);
        all.add(process.toHandle());
        all.get(random.nextInt(all.size())).destroyForcibly();
    }

    /** Waits until it and all that it has started are gone, and returns its exit code. */
    int await() throws InterruptedException, IOException {
        if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
            end();
            throw new AssertionError("does not end: " + text());
        }
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
        while (seen.stream().anyMatch(ProcessHandle::isAlive)) {
            if (System.nanoTime() > deadline) {
                end();
                throw new AssertionError("a process of its own outlives it: " + text());
            }
            Thread.sleep(10);
        }
        return process.exitValue();
    }

    private void end() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        seen.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    String text() throws IOException {
        return Files.readString(output);
    }
}
