package dev.lamina.experiment;

import dev.lamina.archive.RunState;
import dev.lamina.message.Message;
import dev.lamina.metric.EpochMetrics;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a run, or a sweep of runs, ended.
 *
 * @param state stopped, finished or failed
 * @param last metrics of the last epoch that was measured
 * @param message why it failed
 * @param notes what else a person should know, such as why a figure is missing
 */
public record RunResult(
        Path folder,
        RunState state,
        @Nullable EpochMetrics last,
        @Nullable Message message,
        List<Message> notes) {
    public RunResult {
        notes = List.copyOf(notes);
    }
}
