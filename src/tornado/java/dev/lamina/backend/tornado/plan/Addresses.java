package dev.lamina.backend.tornado.plan;

import dev.lamina.program.Value;
import java.util.Optional;

/** Where the values of an operation lie in the memory, counted in floats. */
interface Addresses {
    /** What kernels take for a value that is not there. */
    int NONE = -1;

    int of(Value value);

    /** Room for so many floats, free again after the operation. */
    int scratch(long size);

    /** Room for the matrices of an explicit product, for as long as the operation lasts. */
    void reserve(ProductArrays.Sizes sizes);

    default int of(Optional<Value> value) {
        return value.map(this::of).orElse(NONE);
    }
}
