package dev.lamina.backend.cpu.kernel;

import static dev.lamina.backend.cpu.kernel.Lanes.BYTES;
import static dev.lamina.backend.cpu.kernel.Lanes.FLOATS;
import static dev.lamina.backend.cpu.kernel.Lanes.ORDER;

import java.lang.foreign.MemorySegment;
import jdk.incubator.vector.FloatVector;

/** f(z) = z: the affine map alone forward, a copy of dy backward. */
final class IdentityKernel implements ActivationKernel {
    @Override
    public void forward(
            MemorySegment x,
            long xo,
            MemorySegment y,
            long yo,
            int length,
            MemorySegment c,
            long affine,
            long parameters) {
        FloatVector a = FloatVector.fromMemorySegment(FLOATS, c, affine, ORDER);
        FloatVector b = FloatVector.fromMemorySegment(FLOATS, c, affine + BYTES, ORDER);
        long end = (long) length * Float.BYTES;
        for (long i = 0; i < end; i += BYTES) {
            FloatVector.fromMemorySegment(FLOATS, x, xo + i, ORDER).fma(a, b).intoMemorySegment(y, yo + i, ORDER);
        }
    }

    @Override
    public void gradient(
            MemorySegment x,
            long xo,
            MemorySegment dy,
            long dyo,
            MemorySegment g,
            long go,
            int length,
            MemorySegment c,
            long affine,
            long parameters,
            MemorySegment sums,
            long so) {
        MemorySegment.copy(dy, dyo, g, go, (long) length * Float.BYTES);
    }
}
