package dev.lamina.backend.cpu.kernel;

import static dev.lamina.backend.cpu.kernel.Lanes.BYTES;
import static dev.lamina.backend.cpu.kernel.Lanes.INTS;
import static dev.lamina.backend.cpu.kernel.Memory.ALL;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemorySegment;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Which elements of a blocked map a ReLU let pass: a short for every vector of B channels, bit l for lane l. Many
 * backward passes of one forward pass read these instead of the map that the ReLU saw: 1/32 of its bytes at B = 16.
 */
public record PassBits(BlockedShape shape, MemorySegment memory) {
    private static final int[] TO_SIGN = toSign();

    public PassBits {
        if (!memory.isNative() || memory.byteSize() < bytes(shape)) {
            throw new IllegalArgumentException(
                    "bits of " + shape + " need " + bytes(shape) + " bytes of native memory, got " + memory.byteSize());
        }
    }

    /** Memory for the bits of a map. */
    public static long bytes(BlockedShape shape) {
        return shape.elements() / Lanes.COUNT * Short.BYTES;
    }

    /** Takes the bits of y = max(z, 0); a y that is not a number passes. */
    public Launch take(Team team, BlockedTensor y) {
        if (!y.shape().equals(shape) || !y.isFloat32()) {
            throw new IllegalArgumentException("expected float32 " + shape + ", got " + y);
        }
        long vectors = shape.elements() / Lanes.COUNT;
        Team.Body body = (member, size) ->
                take(y.address(), Team.start(vectors, 1, member, size), Team.start(vectors, 1, member + 1, size));
        return () -> team.run(body);
    }

    private void take(long y, long from, long end) {
        long bits = memory.address();
        for (long i = from; i < end; i++) {
            FloatVector v = Memory.load(y + i * BYTES);
            long passed = v.compare(VectorOperators.LE, 0f).not().toLong();
            ALL.set(JAVA_SHORT, bits + i * Short.BYTES, (short) passed);
        }
    }

    /** Where the bits of an element's vector lie. */
    long address(long element) {
        return memory.address() + element / Lanes.COUNT * Short.BYTES;
    }

    /** out = dy where the bits are set, 0 elsewhere. In place is allowed. */
    static void keep(long dy, long bits, long out, int length) {
        IntVector toSign = IntVector.fromArray(INTS, TO_SIGN, 0);
        int vectors = length / Lanes.COUNT;
        for (int i = 0; i < vectors; i++) {
            Memory.store(keep(Memory.load(dy + (long) i * BYTES), bits + 2L * i, toSign), out + (long) i * BYTES);
        }
    }

    /** out = dy + addend where the bits are set, 0 elsewhere. In place is allowed. */
    static void keepSum(long dy, long addend, long bits, long out, int length) {
        IntVector toSign = IntVector.fromArray(INTS, TO_SIGN, 0);
        int vectors = length / Lanes.COUNT;
        for (int i = 0; i < vectors; i++) {
            FloatVector sum = Memory.load(dy + (long) i * BYTES).add(Memory.load(addend + (long) i * BYTES));
            Memory.store(keep(sum, bits + 2L * i, toSign), out + (long) i * BYTES);
        }
    }

    /** Moves each lane's bit to the sign and spreads it over the lane: three instructions at every width. */
    private static FloatVector keep(FloatVector value, long bits, IntVector toSign) {
        IntVector all = IntVector.broadcast(INTS, ALL.get(JAVA_SHORT, bits))
                .lanewise(VectorOperators.LSHL, toSign)
                .lanewise(VectorOperators.ASHR, 31);
        return value.reinterpretAsInts().and(all).reinterpretAsFloats();
    }

    private static int[] toSign() {
        int[] shifts = new int[Lanes.COUNT];
        for (int l = 0; l < shifts.length; l++) {
            shifts[l] = 31 - l;
        }
        return shifts;
    }
}
