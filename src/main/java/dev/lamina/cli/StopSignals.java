package dev.lamina.cli;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Turns Ctrl-C, a termination signal and the end of the terminal into a request to stop, and so the signal by which a
 * scheduler says that the time is nearly over. The same signal can come twice at once, to the process and to its group; a
 * second one of a kind after that ends the process as if nobody had asked. While a stop is under way the virtual machine
 * is not shutting down yet, so everything still works: threads, temporary files, fonts.
 */
final class StopSignals implements AutoCloseable {
    /** What a scheduler sends before it kills, if told to: {@code sbatch --signal=USR1@60}. */
    private static final String WARNING = "USR1";

    private static final List<String> NAMES = List.of("INT", "TERM", "HUP", WARNING);
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    private final Signals signals = new Signals();
    private final Map<String, Object> handlersBefore = new ConcurrentHashMap<>();
    private final Map<String, Long> firstNanos = new ConcurrentHashMap<>();
    private final AtomicBoolean asked = new AtomicBoolean();
    private final Consumer<StopCause> stop;

    /** @param stop called once, on a thread of its own */
    StopSignals(Consumer<StopCause> stop) {
        this.stop = stop;
        Object handler = signals.handler(this::received);
        NAMES.forEach(name -> signals.handle(name, handler).ifPresent(before -> handlersBefore.put(name, before)));
    }

    private void received(String name) {
        long now = System.nanoTime();
        Long first = firstNanos.putIfAbsent(name, now);
        if (asked.compareAndSet(false, true)) {
            stop.accept(name.equals(WARNING) ? StopCause.TIME_LIMIT : StopCause.ASKED);
        } else if (first != null && now - first > AT_ONCE.toNanos() && !name.equals(WARNING)) {
            signals.handle(name, Objects.requireNonNull(handlersBefore.get(name)));
            signals.raise(name);
        }
    }

    @Override
    public void close() {
        handlersBefore.forEach(signals::handle);
    }
}
