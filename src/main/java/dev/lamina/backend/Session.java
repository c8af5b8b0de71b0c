package dev.lamina.backend;

import dev.lamina.program.Program;
import dev.lamina.tensor.HostTensor;
import java.util.Set;

/**
 * Parameters and state on a device, and the programs prepared to work on them. One thread at a time.
 * A persistent value exists from the first {@link #prepare} that mentions it, filled with zeros.
 */
public interface Session extends AutoCloseable {
    /**
     * Plans a program once; it can then run any number of times.
     *
     * @throws UnsupportedOperationException naming the layer, if the backend lacks an operation
     * @throws dev.lamina.tensor.BadInputException if the device's memory does not suffice
     */
    Executable prepare(Program program);

    /** From now on this listener is told of kernels that are compiled; a backend that compiles none never calls it. */
    default void onCompilation(CompilationListener listener) {}

    /** Names of all persistent values. */
    Set<String> names();

    /** A copy of a persistent value in plain row-major order. */
    HostTensor read(String name);

    /** Overwrites a tensor of the same shape with a persistent value in plain row-major order. */
    default void read(String name, HostTensor into) {
        HostTensor value = read(name);
        System.arraycopy(value.values(), 0, into.values(), 0, value.values().length);
    }

    /** Overwrites a persistent value from plain row-major order; the array is copied. */
    void write(String name, HostTensor value);

    /**
     * Whether images are better handed in raw, for its programs to prepare: the host then spends no time on what the device
     * does beside the network.
     */
    default boolean preparesInputs() {
        return false;
    }

    /** Threads that compute; what works on results beside the session takes as many. */
    int threads();

    /** Memory held for parameters, state and intermediates. */
    long memoryBytes();

    @Override
    void close();
}
