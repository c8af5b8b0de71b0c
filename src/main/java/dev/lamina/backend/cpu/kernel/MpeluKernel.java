package dev.lamina.backend.cpu.kernel;

import static dev.lamina.backend.cpu.kernel.Lanes.BYTES;
import static dev.lamina.backend.cpu.kernel.Lanes.FLOATS;
import static dev.lamina.backend.cpu.kernel.Lanes.ORDER;

import java.lang.foreign.MemorySegment;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** f(z) = z for z &gt; 0, α(e^{βz} − 1) otherwise; α is parameter 0, β &gt; 0 parameter 1. Adds Σ dy·∂f/∂α and
 * Σ dy·∂f/∂β to the two rows of sums. */
final class MpeluKernel implements ActivationKernel {
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
        FloatVector alpha = FloatVector.fromMemorySegment(FLOATS, c, parameters, ORDER);
        FloatVector beta = FloatVector.fromMemorySegment(FLOATS, c, parameters + BYTES, ORDER);
        long end = (long) length * Float.BYTES;
        for (long i = 0; i < end; i += BYTES) {
            FloatVector z =
                    FloatVector.fromMemorySegment(FLOATS, x, xo + i, ORDER).fma(a, b);
            Exponential.minusOne(z.blend(0f, z.compare(VectorOperators.GT, 0f)).mul(beta))
                    .mul(alpha)
                    .blend(z, z.compare(VectorOperators.GT, 0f))
                    .intoMemorySegment(y, yo + i, ORDER);
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
        FloatVector alpha = FloatVector.fromMemorySegment(FLOATS, c, parameters, ORDER);
        FloatVector beta = FloatVector.fromMemorySegment(FLOATS, c, parameters + BYTES, ORDER);
        FloatVector slope = alpha.mul(beta);
        FloatVector alphaSum = FloatVector.fromMemorySegment(FLOATS, sums, so, ORDER);
        FloatVector betaSum = FloatVector.zero(FLOATS);
        long end = (long) length * Float.BYTES;
        for (long i = 0; i < end; i += BYTES) {
            FloatVector z =
                    FloatVector.fromMemorySegment(FLOATS, x, xo + i, ORDER).fma(a, b);
            FloatVector d = FloatVector.fromMemorySegment(FLOATS, dy, dyo + i, ORDER);
            VectorMask<Float> positive = z.compare(VectorOperators.GT, 0f);
            FloatVector n = z.blend(0f, positive); // where z > 0 both sums get 0
            FloatVector de = d.mul(Exponential.minusOne(n.mul(beta)));
            FloatVector exp = de.add(d);
            exp.mul(slope).blend(d, positive).intoMemorySegment(g, go + i, ORDER);
            alphaSum = alphaSum.add(de);
            betaSum = exp.fma(n, betaSum);
        }
        alphaSum.intoMemorySegment(sums, so, ORDER);
        betaSum.fma(alpha, FloatVector.fromMemorySegment(FLOATS, sums, so + BYTES, ORDER))
                .intoMemorySegment(sums, so + BYTES, ORDER);
    }
}
