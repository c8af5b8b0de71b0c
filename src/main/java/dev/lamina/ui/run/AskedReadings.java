package dev.lamina.ui.run;

import dev.lamina.event.TrainingCommand;
import dev.lamina.event.TrainingEvent;
import dev.lamina.event.TrainingEvent.ReadingMeasured;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Readings that were asked of the run at work, until its answers come. Any thread. */
public final class AskedReadings {
    private final Map<String, CompletableFuture<ReadingMeasured>> open = new ConcurrentHashMap<>();
    private final AtomicLong last = new AtomicLong();

    /** @param probe as JSON: its type in quotes, or an object with its settings */
    public CompletableFuture<ReadingMeasured> ask(String probe, Consumer<TrainingCommand> run) {
        String id = "window-" + last.incrementAndGet();
        CompletableFuture<ReadingMeasured> answer = new CompletableFuture<>();
        open.put(id, answer);
        run.accept(new TrainingCommand.Measure(id, probe));
        return answer;
    }

    /** What the run says. */
    public void on(TrainingEvent event) {
        switch (event) {
            case ReadingMeasured reading
            when reading.id() != null -> {
                CompletableFuture<ReadingMeasured> answer = open.remove(reading.id());
                if (answer != null) {
                    answer.complete(reading);
                }
            }
            case TrainingEvent.CommandRefused refused
            when refused.id() != null -> {
                CompletableFuture<ReadingMeasured> answer = open.remove(refused.id());
                if (answer != null) {
                    answer.completeExceptionally(new BadInputException(refused.reason()));
                }
            }
            default -> {}
        }
    }

    /** The run is over: nobody answers any more. */
    public void end() {
        open.keySet().forEach(id -> {
            CompletableFuture<ReadingMeasured> answer = open.remove(id);
            if (answer != null) {
                answer.completeExceptionally(new BadInputException(Message.of("ui.endedUnmeasured")));
            }
        });
    }
}
