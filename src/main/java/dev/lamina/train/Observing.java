package dev.lamina.train;

import dev.lamina.backend.Session;
import dev.lamina.probe.ProbeSettings;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What it takes to measure beside a training.
 *
 * @param sessions opens one more session on the run's backend, with one thread
 * @param reader makes settings of the JSON that a command brings, or throws a {@link dev.lamina.tensor.BadInputException}
 */
public record Observing(Supplier<Session> sessions, Function<String, ProbeSettings> reader) {}
