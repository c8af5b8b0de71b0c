package dev.lamina.backend.cpu.kernel;

import static dev.lamina.backend.cpu.kernel.Lanes.BYTES;
import static dev.lamina.backend.cpu.kernel.Lanes.FLOATS;
import static dev.lamina.backend.cpu.kernel.Memory.load;
import static dev.lamina.backend.cpu.kernel.Memory.store;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * f(z) = z for z &gt; 0, α(e^{βz} − 1) otherwise; α is parameter 0, β &gt; 0 parameter 1. The gradients Σ dy·(e^{βz} − 1)
 * and Σ dy·αz·e^{βz} over z ≤ 0 need no mask: both terms are 0 at n = min(z, 0) = 0. The sums of a batch norm are taken in
 * loops of their own: in one with the exponential C2 gives up inlining (NodeCountInliningCutoff), at 4 times the cost.
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
            FloatVector e = Exponential.minusOne(z.blend(0f, positive).mul(beta));
            store(e.mul(alpha).blend(z, positive), y + i);
        }
    }

    @Override
    public void forwardAdd(long x, long r, long y, int length, long affine, long parameters) {
        FloatVector a = load(affine);
        FloatVector b = load(affine + BYTES);
        FloatVector alpha = load(parameters);
        FloatVector beta = load(parameters + BYTES);
        int end = length * Float.BYTES;
        for (int i = 0; i < end; i += BYTES) {
            FloatVector z = load(x + i).fma(a, b).add(load(r + i));
            VectorMask<Float> positive = z.compare(VectorOperators.GT, 0f);
            FloatVector e = Exponential.minusOne(z.blend(0f, positive).mul(beta));
            store(e.mul(alpha).blend(z, positive), y + i);
        }
    }

    @Override
    public void gradient(long x, long dy, long g, int length, long affine, long parameters, long sums) {
        FloatVector a = load(affine);
        FloatVector b = load(affine + BYTES);
        FloatVector alpha = load(parameters);
        FloatVector beta = load(parameters + BYTES);
        FloatVector slope = alpha.mul(beta);
        FloatVector t = load(sums);
        FloatVector u = FloatVector.zero(FLOATS);
        int end = length * Float.BYTES;
        for (int i = 0; i < end; i += BYTES) {
            FloatVector z = load(x + i).fma(a, b);
            FloatVector d = load(dy + i);
            VectorMask<Float> positive = z.compare(VectorOperators.GT, 0f);
            FloatVector n = z.blend(0f, positive);
            FloatVector less = d.mul(Exponential.minusOne(n.mul(beta)));
            FloatVector whole = less.add(d); // dy·e^{βn}
            store(whole.mul(slope).blend(d, positive), g + i);
            t = t.add(less);
            u = whole.fma(n, u);
        }
        store(t, sums);
        store(u.fma(alpha, load(sums + BYTES)), sums + BYTES);
    }

    @Override
    public void sums(long x, long dy, int length, long affine, long parameters, long center, long sums, long slot) {
        gradient(x, dy, slot, length, affine, parameters, sums + 2L * BYTES);
        ChannelLoops.gradientSums(slot, x, length, center, sums);
    }

    @Override
    public void sumsAdd(
            long x,
            long r,
            long dy,
            long g,
            int length,
            long affine,
            long parameters,
            long center,
            long sums,
            long slot) {
        ChannelLoops.affineAdd(x, r, slot, length, affine);
        gradientOfSum(slot, dy, g, length, parameters, sums + 2L * BYTES);
        ChannelLoops.gradientSums(g, x, length, center, sums);
    }

    /** {@link #gradient} where z is there already. */
    private static void gradientOfSum(long sum, long dy, long g, int length, long parameters, long sums) {
        FloatVector alpha = load(parameters);
        FloatVector beta = load(parameters + BYTES);
        FloatVector slope = alpha.mul(beta);
        FloatVector t = load(sums);
        FloatVector u = FloatVector.zero(FLOATS);
        int end = length * Float.BYTES;
        for (int i = 0; i < end; i += BYTES) {
            FloatVector z = load(sum + i);
            FloatVector d = load(dy + i);
            VectorMask<Float> positive = z.compare(VectorOperators.GT, 0f);
            FloatVector n = z.blend(0f, positive);
            FloatVector less = d.mul(Exponential.minusOne(n.mul(beta)));
            FloatVector whole = less.add(d); // dy·e^{βn}
            store(whole.mul(slope).blend(d, positive), g + i);
            t = t.add(less);
            u = whole.fma(n, u);
        }
        store(t, sums);
        store(u.fma(alpha, load(sums + BYTES)), sums + BYTES);
    }

    @Override
    public void input(long x, long dy, long dx, int length, long affine, long parameters, long rows, long slot) {
        gradientAlone(x, dy, slot, length, affine, parameters);
        ChannelLoops.combine(slot, x, dx, length, rows);
    }

    /** {@link #gradient} without the sums. */
    private static void gradientAlone(long x, long dy, long g, int length, long affine, long parameters) {
        FloatVector a = load(affine);
        FloatVector b = load(affine + BYTES);
        FloatVector alpha = load(parameters);
        FloatVector beta = load(parameters + BYTES);
        FloatVector slope = alpha.mul(beta);
        int end = length * Float.BYTES;
        for (int i = 0; i < end; i += BYTES) {
            FloatVector z = load(x + i).fma(a, b);
            FloatVector d = load(dy + i);
            VectorMask<Float> positive = z.compare(VectorOperators.GT, 0f);
            FloatVector n = z.blend(0f, positive);
            FloatVector less = d.mul(Exponential.minusOne(n.mul(beta)));
            FloatVector whole = less.add(d); // dy·e^{βn}
            store(whole.mul(slope).blend(d, positive), g + i);
        }
    }
}
