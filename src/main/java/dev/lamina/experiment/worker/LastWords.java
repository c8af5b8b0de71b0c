package dev.lamina.experiment.worker;

import dev.lamina.message.Message;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The last lines a process wrote. Safe for several threads. */
final class LastWords {
    private static final int MOST_LINES = 20;
    private static final String INCUBATOR_REMARK = "WARNING: Using incubator modules";

    private final Deque<String> lines = new ArrayDeque<>();

    synchronized void add(String line) {
        if (line.isBlank() || line.startsWith(INCUBATOR_REMARK)) {
            return;
        }
        lines.addLast(line.strip());
        if (lines.size() > MOST_LINES) {
            lines.removeFirst();
        }
    }

    synchronized List<Message> all() {
        return lines.stream().map(Message::verbatim).toList();
    }

    /** What a command line complained of last, empty if it did not. */
    synchronized String complaint() {
        return line(1).replaceFirst("^lamina: ", "");
    }

    /** The very last ones as one line, empty if there were none. */
    synchronized String line(int most) {
        List<String> all = new ArrayList<>(lines);
        return String.join(" | ", all.subList(Math.max(0, all.size() - most), all.size()));
    }
}
