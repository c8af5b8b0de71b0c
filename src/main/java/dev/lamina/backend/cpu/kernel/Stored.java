package dev.lamina.backend.cpu.kernel;

import java.lang.foreign.MemorySegment;

/** Native memory with the precision of its elements. */
sealed interface Stored permits BlockedTensor, FlatTensor {
    MemorySegment memory();

    Precision precision();

    default boolean isFloat32() {
        return precision() == Precision.FLOAT32;
    }

    default long address() {
        return memory().address();
    }

    /** Where an element lies. */
    default long address(long element) {
        return address() + element * precision().bytes();
    }
}
