package dev.lamina.ui.app;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * A training in a process of its own that goes on only while it is its turn; POSIX. Between its turns the system halts it.
 */
final class TurnTaker implements AutoCloseable {
    private static final long SETTLE_MILLIS = 300;
    private static final long TURN_MILLIS = 6000;

    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter questions;

    private TurnTaker(Process process) {
        this.process = process;
        this.answers = process.inputReader();
        this.questions = process.outputWriter();
    }

    /** Begins a training, waits for its first steps and halts it. */
    static TurnTaker start(String mode) throws IOException, InterruptedException {
        TurnTaker taker = new TurnTaker(new ProcessBuilder(DeskBench.command(mode))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
        while (taker.images() == 0) {
            Thread.sleep(SETTLE_MILLIS);
        }
        taker.signal("STOP");
        return taker;
    }

    /** @return images a second of a turn */
    double turn() throws IOException, InterruptedException {
        signal("CONT");
        Thread.sleep(SETTLE_MILLIS);
        long before = images();
        long start = System.nanoTime();
        Thread.sleep(TURN_MILLIS);
        long done = images() - before;
        long nanos = System.nanoTime() - start;
        signal("STOP");
        return done * (double) TimeUnit.SECONDS.toNanos(1) / nanos;
    }

    /** Images the training has seen. */
    private long images() throws IOException {
        questions.write("\n");
        questions.flush();
        String answer = answers.readLine();
        if (answer == null) {
            throw new IOException("the measurement ended");
        }
        return Long.parseLong(answer);
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
