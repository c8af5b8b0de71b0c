package dev.lamina.backend.cpu.kernel;

import static dev.lamina.backend.cpu.kernel.Lanes.FLOATS;
import static dev.lamina.backend.cpu.kernel.Lanes.ORDER;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import jdk.incubator.vector.FloatVector;

/**
 * Access to native memory by address, for the inside of loops. A segment that is a constant costs C2 no checks; one
 * that is a parameter is checked for kind, bounds and liveness at every access as soon as anything in the process has
 * used segments of another kind (measured: 4 times the duration of a loop in the first-level cache). Bounds are checked
 * when a launch is made; who frees memory that a launch still uses is not noticed.
 *
 * <p>A method with dozens of vector operations calls the vector's own load and store instead of the ones here: past
 * 18,000 nodes C2 inlines only what is annotated so in the JDK (PrintInlining: NodeCountInliningCutoff), and a vector
 * that is handed to a call is allocated on the heap (measured: a Winograd convolution at a third of its speed).
 */
final class Memory {
    static final MemorySegment ALL = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

    private Memory() {}

    static FloatVector load(long address) {
        return FloatVector.fromMemorySegment(FLOATS, ALL, address, ORDER);
    }

    static void store(FloatVector value, long address) {
        value.intoMemorySegment(ALL, address, ORDER);
    }

    static float get(long address) {
        return ALL.get(JAVA_FLOAT, address);
    }

    static void set(long address, float value) {
        ALL.set(JAVA_FLOAT, address, value);
    }

    static void copy(long from, long to, long bytes) {
        MemorySegment.copy(ALL, from, ALL, to, bytes);
    }

    static void zero(long address, long bytes) {
        ALL.asSlice(address, bytes).fill((byte) 0);
    }
}
