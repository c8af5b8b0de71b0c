package dev.lamina.probe;

import dev.lamina.metric.Reading;
import dev.lamina.metric.Tag;
import java.util.Map;

/** A measurement on the network of one session that leaves its parameters alone: prepared once, made any number of times. */
public interface Probe extends AutoCloseable {
    /**
     * With the parameters as they are now.
     *
     * @param epoch chooses the directions of an estimate
     * @return in the order in which they are listed
     * @throws java.util.concurrent.CancellationException if the interruption asks for it
     */
    Map<Tag, Reading> measure(int epoch);

    @Override
    default void close() {}
}
