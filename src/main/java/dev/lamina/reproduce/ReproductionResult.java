package dev.lamina.reproduce;

import dev.lamina.archive.RunState;
import dev.lamina.message.Message;
import java.util.List;
import java.util.Optional;

/**
 * How a reproduction ended.
 *
 * @param state finished, stopped, or failed where a run has no result
 * @param report what is known so far; empty if it was stopped before its first run
 * @param notes what else a person should know
 */
public record ReproductionResult(RunState state, Optional<ReproductionReport> report, List<Message> notes) {
    public ReproductionResult {
        notes = List.copyOf(notes);
    }
}
