package dev.lamina.experiment.worker;

import dev.lamina.event.CommandQueue;
import dev.lamina.event.JsonLines;
import dev.lamina.event.TrainingCommand;
import dev.lamina.event.TrainingEvent;
import dev.lamina.event.TrainingListener;
import dev.lamina.experiment.RunResult;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.FileFault;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One process from its start to its end, with a thread for each of its three streams. */
final class WorkerProcess {
    private static final long LOOK_MILLIS = 200;

    private final List<String> command;
    private final double silenceSeconds;
    private final SilenceClock silence = new SilenceClock();
    private final LastWords lastWords = new LastWords();
    private final WorkerEnd end;
    private final TrainingListener listener;

    WorkerProcess(List<String> command, Path folder, TrainingListener listener, double silenceSeconds) {
        this.command = command;
        this.silenceSeconds = silenceSeconds;
        this.listener = listener;
        this.end = new WorkerEnd(folder, listener, lastWords);
    }

    /** Starts the process and waits for its end. */
    RunResult follow(CommandQueue commands) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command).start();
            Thread events = reader("worker's events", process.inputReader(StandardCharsets.UTF_8), this::hear);
            Thread errors = reader("worker's errors", process.errorReader(StandardCharsets.UTF_8), lastWords::add);
            Thread teller = Thread.ofVirtual().name("worker's commands").start(() -> tell(process, commands));
            boolean hung = waitFor(process);
            events.join();
            errors.join();
            teller.interrupt();
            return hung ? end.hung(silence.seconds()) : end.of(process.exitValue());
        } catch (IOException e) {
            throw new BadInputException(Message.of("experiment.noTrainingProcess", FileFault.reason(e)), e);
        }
    }

    /** True if it had to be ended because it said nothing any more. */
    private boolean waitFor(Process process) throws InterruptedException {
        while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            if (silence.exceeds(silenceSeconds)) {
                process.destroyForcibly().waitFor();
                return true;
            }
        }
        return false;
    }

    private static Thread reader(String name, BufferedReader lines, Consumer<String> sink) {
        return Thread.ofPlatform().daemon().name(name).start(() -> {
            try (lines) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    sink.accept(line);
                }
            } catch (IOException e) {
                // The process has gone, and its stream with it.
                sink.accept("");
            }
        });
    }

    private void hear(String line) {
        if (line.isEmpty()) {
            return;
        }
        TrainingEvent event;
        try {
            event = JsonLines.event(line);
        } catch (BadInputException _) {
            // A library that writes to standard output of its own accord.
            lastWords.add(line);
            return;
        }
        silence.heard(event);
        end.heard(event);
        listener.on(event);
    }

    private void tell(Process process, CommandQueue commands) {
        try (BufferedWriter out = process.outputWriter(StandardCharsets.UTF_8)) {
            while (true) {
                TrainingCommand command = commands.take();
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
                silence.told(command);
                out.write(JsonLines.of(command) + "\n");
                out.flush();
            }
        } catch (IOException _) {
            // The process has gone; how it went is told elsewhere.
        }
    }
}
