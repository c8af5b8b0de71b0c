package dev.lamina.cli;

import dev.lamina.event.JsonLines;
import dev.lamina.event.TrainingEvent;
import dev.lamina.experiment.RunResult;

/** Writes each event as one line of JSON, at once. */
record EventReporter(Voice voice) implements Reporter {
    @Override
    public synchronized void on(TrainingEvent event) {
        voice.print(JsonLines.of(event));
    }

    @Override
    public void stopping(StopCause cause) {
        cause.words().ifPresent(voice::remark);
    }

    @Override
    public void ended(RunResult result) {
        // The last event has said it.
    }
}
