package dev.lamina.backend.cpu.kernel;

import static dev.lamina.backend.cpu.kernel.Lanes.BYTES;
import static dev.lamina.backend.cpu.kernel.Lanes.FLOATS;
import static dev.lamina.backend.cpu.kernel.Memory.load;
import static dev.lamina.backend.cpu.kernel.Memory.store;

import java.util.List;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * f(z) = z for z &gt; 0, α(e^{βz} − 1) otherwise; α is parameter 0, β &gt; 0 parameter 1. The gradients Σ dy·(e^{βz} − 1)
 * and Σ dy·αz·e^{βz} over z ≤ 0 need no mask: both terms are 0 at n = min(z, 0) = 0. The sums of a batch norm are taken in
 * loops of their own: in one with the exponential C2 gives up inlining (NodeCountInliningCutoff), at 4 times the cost.
 */
final class MpeluKernel implements ActivationKernel {
    private static final Operand SPARE = Operand.slot(Stage.SPARE);

    @Override
    public List<PlaneChunks.Body> forward(Coefficients c, Operand x, Operand y) {
        return List.of((element, length, block, scratch) -> forward(
                x.at(element, scratch),
                y.at(element, scratch),
                length,
                c.row(Coefficients.SCALE, block),
                c.row(Coefficients.PARAMETER, block)));
    }

    @Override
    public List<PlaneChunks.Body> forwardAdd(Coefficients c, Operand x, Operand r, Operand y) {
        return List.of((element, length, block, scratch) -> forwardAdd(
                x.at(element, scratch),
                r.at(element, scratch),
                y.at(element, scratch),
                length,
                c.row(Coefficients.SCALE, block),
                c.row(Coefficients.PARAMETER, block)));
    }

    @Override
    public List<PlaneChunks.Body> gradient(Coefficients c, Operand x, Operand dy, Operand g) {
        return List.of((element, length, block, scratch) -> gradient(
                x.at(element, scratch),
                dy.at(element, scratch),
                g.at(element, scratch),
                length,
                c.row(Coefficients.SCALE, block),
                c.row(Coefficients.PARAMETER, block),
                Stage.sums(scratch)));
    }

    @Override
    public List<PlaneChunks.Body> sums(Coefficients c, Operand x, Operand dy) {
        return List.of(
                (element, length, block, scratch) -> gradient(
                        x.at(element, scratch),
                        dy.at(element, scratch),
                        SPARE.at(element, scratch),
                        length,
                        c.row(Coefficients.SCALE, block),
                        c.row(Coefficients.PARAMETER, block),
                        Stage.sums(scratch) + 2L * BYTES),
                (element, length, block, scratch) -> ChannelLoops.gradientSums(
                        SPARE.at(element, scratch),
                        x.at(element, scratch),
                        length,
                        c.row(Coefficients.CENTER, block),
                        Stage.sums(scratch)));
    }

    @Override
    public List<PlaneChunks.Body> sumsAdd(Coefficients c, Operand x, Operand r, Operand dy, Operand g) {
        return List.of(
                (element, length, block, scratch) -> ChannelLoops.affineAdd(
                        x.at(element, scratch),
                        r.at(element, scratch),
                        SPARE.at(element, scratch),
                        length,
                        c.row(Coefficients.SCALE, block)),
                (element, length, block, scratch) -> gradientOfSum(
                        SPARE.at(element, scratch),
                        dy.at(element, scratch),
                        g.at(element, scratch),
                        length,
                        c.row(Coefficients.PARAMETER, block),
                        Stage.sums(scratch) + 2L * BYTES),
                (element, length, block, scratch) -> ChannelLoops.gradientSums(
                        g.at(element, scratch),
                        x.at(element, scratch),
                        length,
                        c.row(Coefficients.CENTER, block),
                        Stage.sums(scratch)));
    }

    @Override
    public List<PlaneChunks.Body> input(Coefficients c, Operand x, Operand dy, Operand dx) {
        return List.of(
                (element, length, block, scratch) -> gradientAlone(
                        x.at(element, scratch),
                        dy.at(element, scratch),
                        SPARE.at(element, scratch),
                        length,
                        c.row(Coefficients.SCALE, block),
                        c.row(Coefficients.PARAMETER, block)),
                (element, length, block, scratch) -> ChannelLoops.combine(
                        SPARE.at(element, scratch),
                        x.at(element, scratch),
                        dx.at(element, scratch),
                        length,
                        c.row(Coefficients.GRADIENT, block)));
    }

    private static void forward(long x, long y, int length, long affine, long parameters) {
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

    private static void forwardAdd(long x, long r, long y, int length, long affine, long parameters) {
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

    private static void gradient(long x, long dy, long g, int length, long affine, long parameters, long sums) {
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

    /** The same where z is there already. */
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

    /** The same without the sums. */
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
