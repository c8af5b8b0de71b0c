package dev.lamina.cli;

import dev.lamina.event.JsonLines;
import dev.lamina.event.TrainingEvent;
import dev.lamina.experiment.RunResult;
import java.io.PrintWriter;

/** Writes each event as one line of JSON, at once. */
record EventReporter(PrintWriter out, PrintWriter err) implements Reporter {
    @Override
    public synchronized void on(TrainingEvent event) {
        out.println(JsonLines.of(event));
        out.flush();
    }

    @Override
    public void stopping(StopCause cause) {
        cause.words().ifPresent(words -> err.println("lamina: " + words));
    }

    @Override
    public void ended(RunResult result) {
        // The last event has said it.
    }
}
