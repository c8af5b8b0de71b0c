package dev.lamina.backend;

import dev.lamina.tensor.HostTensor;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** A prepared program. */
public interface Executable extends AutoCloseable {
    /**
     * Runs the program once.
     *
     * @param inputs by name, one for every input of the program; copied before this returns
     * @return the program's outputs by name, freshly allocated
     */
    Map<String, HostTensor> run(Map<String, HostTensor> inputs);

    /**
     * Runs the program once unless it is interrupted, which leaves the session's values somewhere between before and
     * after.
     *
     * @param interrupted asked before the run, and between its operations where a backend can
     * @throws CancellationException if interrupted
     */
    default Map<String, HostTensor> run(Map<String, HostTensor> inputs, BooleanSupplier interrupted) {
        if (interrupted.getAsBoolean()) {
            throw new CancellationException("interrupted");
        }
        return run(inputs);
    }

    /** How each operation is computed, in execution order: layer, operation, algorithm ("winograd 4x4", "direct avx512"). */
    List<OperationPlan> plan();

    /** Runs once with a clock around every operation; durations in the order of {@link #plan}. */
    List<Double> profileSeconds(Map<String, HostTensor> inputs);

    @Override
    void close();
}
