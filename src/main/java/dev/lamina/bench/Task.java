package dev.lamina.bench;

import dev.lamina.message.Message;
import java.util.List;

/** What one worker process measures. {@code workload} is a network's id or another word the contestant knows. */
public record Task(Contestant contestant, Mode mode, String workload, int threads) {
    /** The whole command line of its worker. */
    List<String> process() {
        return contestant.process(mode, workload, threads);
    }

    public Message message() {
        return Message.of("bench.task", contestant.name(), mode.title(), workload, threads);
    }

    @Override
    public String toString() {
        return message().toString();
    }
}
