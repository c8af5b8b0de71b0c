package dev.lamina.backend.cpu.kernel;

import static dev.lamina.backend.cpu.kernel.Lanes.BYTES;
import static dev.lamina.backend.cpu.kernel.Lanes.FLOATS;
import static dev.lamina.backend.cpu.kernel.Lanes.ORDER;

import java.lang.foreign.MemorySegment;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** f(z) = z for z &gt; 0, p·z otherwise, p the parameter 0. Adds Σ dy·z over z ≤ 0 to the first row of sums. */
final class PreluKernel implements ActivationKernel {
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
        FloatVector p = FloatVector.fromMemorySegment(FLOATS, c, parameters, ORDER);
        long end = (long) length * Float.BYTES;
        for (long i = 0; i < end; i += BYTES) {
            FloatVector z =
                    FloatVector.fromMemorySegment(FLOATS, x, xo + i, ORDER).fma(a, b);
            z.blend(z.mul(p), z.compare(VectorOperators.LE, 0f)).intoMemorySegment(y, yo + i, ORDER);
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
        FloatVector p = FloatVector.fromMemorySegment(FLOATS, c, parameters, ORDER);
        FloatVector sum = FloatVector.fromMemorySegment(FLOATS, sums, so, ORDER);
        long end = (long) length * Float.BYTES;
        for (long i = 0; i < end; i += BYTES) {
            FloatVector z =
                    FloatVector.fromMemorySegment(FLOATS, x, xo + i, ORDER).fma(a, b);
            FloatVector d = FloatVector.fromMemorySegment(FLOATS, dy, dyo + i, ORDER);
            VectorMask<Float> negative = z.compare(VectorOperators.LE, 0f);
            d.blend(d.mul(p), negative).intoMemorySegment(g, go + i, ORDER);
            sum = sum.blend(d.fma(z, sum), negative);
        }
        sum.intoMemorySegment(sums, so, ORDER);
    }
}
