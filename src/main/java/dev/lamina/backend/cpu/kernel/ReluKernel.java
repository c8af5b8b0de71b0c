package dev.lamina.backend.cpu.kernel;

import static dev.lamina.backend.cpu.kernel.Lanes.BYTES;
import static dev.lamina.backend.cpu.kernel.Lanes.FLOATS;
import static dev.lamina.backend.cpu.kernel.Lanes.ORDER;

import java.lang.foreign.MemorySegment;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** f(z) = max(z, 0). A z that is not a number stays one. */
final class ReluKernel implements ActivationKernel {
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
            FloatVector z =
                    FloatVector.fromMemorySegment(FLOATS, x, xo + i, ORDER).fma(a, b);
            z.blend(0f, z.compare(VectorOperators.LT, 0f)).intoMemorySegment(y, yo + i, ORDER);
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
        FloatVector a = FloatVector.fromMemorySegment(FLOATS, c, affine, ORDER);
        FloatVector b = FloatVector.fromMemorySegment(FLOATS, c, affine + BYTES, ORDER);
        long end = (long) length * Float.BYTES;
        for (long i = 0; i < end; i += BYTES) {
            FloatVector z =
                    FloatVector.fromMemorySegment(FLOATS, x, xo + i, ORDER).fma(a, b);
            FloatVector d = FloatVector.fromMemorySegment(FLOATS, dy, dyo + i, ORDER);
            d.blend(0f, z.compare(VectorOperators.LE, 0f)).intoMemorySegment(g, go + i, ORDER);
        }
    }
}
