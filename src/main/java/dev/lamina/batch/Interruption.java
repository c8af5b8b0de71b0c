package dev.lamina.batch;

import java.util.concurrent.CancellationException;

/** Asked between the operations of a measurement, which may take long, whether it is still wanted. */
@FunctionalInterface
public interface Interruption {
    /** Every measurement is finished. */
    Interruption NEVER = () -> false;

    boolean requested();

    /** @throws CancellationException if the measurement is no longer wanted */
    default void check() {
        if (requested()) {
            throw new CancellationException("the measurement is no longer wanted");
        }
    }
}
