package dev.lamina.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The driver's side of {@link WorkerLoop}: a child that takes steps when told to. */
final class WorkerProcess implements AutoCloseable {
    private static final long KIBIBYTE = 1024;
    private static final int SHOWN_LINES = 12;

    private final Task task;
    private final Process process;
    private final Path errors;
    private final BufferedReader replies;
    private final BufferedWriter commands;

    private WorkerProcess(Task task, Process process, Path errors) {
        this.task = task;
        this.process = process;
        this.errors = errors;
        replies = process.inputReader(StandardCharsets.UTF_8);
        commands = process.outputWriter(StandardCharsets.UTF_8);
    }

    /**
     * Starts the child and waits until it is ready.
     *
     * @throws IllegalStateException if it ends instead, with the last lines of its errors
     */
    static WorkerProcess start(Task task) {
        try {
            Path errors = Files.createTempFile("lamina-bench", ".txt");
            ProcessBuilder builder = new ProcessBuilder(task.process()).redirectError(errors.toFile());
            builder.environment().putAll(task.contestant().environment(task.threads()));
            WorkerProcess worker = new WorkerProcess(task, builder.start(), errors);
            worker.expect(WorkerLoop.READY);
            return worker;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Task task() {
        return task;
    }

    /** Runs steps; milliseconds of each. */
    List<Double> steps(int count) {
        try {
            commands.write(WorkerLoop.STEP + count + "\n");
            commands.flush();
        } catch (IOException e) {
            throw failed(e);
        }
        String[] words = expect(WorkerLoop.MILLISECONDS).split(" ");
        return Arrays.stream(words).skip(1).map(Double::valueOf).toList();
    }

    private String expect(String word) {
        try {
            for (String line = replies.readLine(); line != null; line = replies.readLine()) {
                if (line.equals(word) || line.startsWith(word + " ")) {
                    return line;
                }
            }
        } catch (IOException e) {
            throw failed(e);
        }
        throw failed(null);
    }

    private IllegalStateException failed(@Nullable IOException cause) {
        List<String> lines;
        try {
            lines = Files.readAllLines(errors);
        } catch (IOException e) {
            lines = List.of(e.toString());
        }
        List<String> last = lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size());
        return new IllegalStateException(
                task + ": the worker process ended; it said\n" + String.join("\n", last), cause);
    }

    /** The largest resident memory the process has had (Linux: VmHWM), −1 where the system does not say. */
    long peakMemoryBytes() {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.isReadable(status)) {
            return -1;
        }
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIBIBYTE)
                    .findFirst()
                    .orElse(-1);
        } catch (IOException e) {
            return -1;
        }
    }

    /** Ends the child at once: it has nothing to save. */
    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
            Files.deleteIfExists(errors);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
