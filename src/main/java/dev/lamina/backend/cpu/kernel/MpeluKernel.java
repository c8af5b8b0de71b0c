package dev.lamina.backend.cpu.kernel;

import static dev.lamina.backend.cpu.kernel.Lanes.BYTES;
import static dev.lamina.backend.cpu.kernel.Lanes.FLOATS;
import static dev.lamina.backend.cpu.kernel.Memory.load;
import static dev.lamina.backend.cpu.kernel.Memory.store;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * f(z) = z for z &gt; 0, α(e^{βz} − 1) otherwise; α is parameter 0, β &gt; 0 parameter 1. Adds Σ dy·∂f/∂α and
 * Σ dy·∂f/∂β to the two rows of sums.
 */
final class MpeluKernel implements ActivationKernel {
    @Override
    public void forward(long x, long y, int length, long affine, long parameters) {
        FloatVector a = load(affine);
        FloatVector b = load(affine + BYTES);
        FloatVector alpha = load(parameters);
        FloatVector beta = load(parameters + BYTES);
        int end = length * Float.BYTES;
        for (int i = 0; i < end; i += BYTES) {
            FloatVector z = load(x + i).fma(a, b);
            VectorMask<Float> positive = z.compare(VectorOperators.GT, 0f);
            FloatVector negative = z.blend(0f, positive);
            store(Exponential.minusOne(negative.mul(beta)).mul(alpha).blend(z, positive), y + i);
        }
    }

    @Override
    public void gradient(long x, long dy, long g, int length, long affine, long parameters, long sums) {
        FloatVector a = load(affine);
        FloatVector b = load(affine + BYTES);
        FloatVector alpha = load(parameters);
        FloatVector beta = load(parameters + BYTES);
        FloatVector slope = alpha.mul(beta);
        FloatVector alphaSum = load(sums);
        FloatVector betaSum = FloatVector.zero(FLOATS);
        int end = length * Float.BYTES;
        for (int i = 0; i < end; i += BYTES) {
            FloatVector z = load(x + i).fma(a, b);
            FloatVector d = load(dy + i);
            VectorMask<Float> positive = z.compare(VectorOperators.GT, 0f);
            FloatVector negative = z.blend(0f, positive); // where z > 0 both sums get 0
            FloatVector less = d.mul(Exponential.minusOne(negative.mul(beta)));
            FloatVector whole = less.add(d); // dy·e^{βz}
            store(whole.mul(slope).blend(d, positive), g + i);
            alphaSum = alphaSum.add(less);
            betaSum = whole.fma(negative, betaSum);
        }
        store(alphaSum, sums);
        store(betaSum.fma(alpha, load(sums + BYTES)), sums + BYTES);
    }
}
