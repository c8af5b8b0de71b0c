package dev.lamina.cli;

import dev.lamina.event.JsonLines;
import dev.lamina.event.TrainingEvent;
import dev.lamina.experiment.RunResult;
import java.io.PrintWriter;

/** Writes each event as one line of JSON, at once. */
final class EventReporter implements Reporter {
    private final PrintWriter out;

    EventReporter(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void on(TrainingEvent event) {
        out.println(JsonLines.of(event));
        out.flush();
    }

    @Override
    public void ended(RunResult result) {
        // The last event has said it.
    }
}
