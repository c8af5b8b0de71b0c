package dev.lamina.backend.cpu.kernel;

import static dev.lamina.backend.cpu.kernel.Lanes.BYTES;
import static dev.lamina.backend.cpu.kernel.Memory.load;
import static dev.lamina.backend.cpu.kernel.Memory.store;

import java.util.List;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** f(z) = z for z &gt; 0, q·z otherwise, q the parameter 0, whose gradient is Σ dy·z over z ≤ 0. */
final class PreluKernel implements ActivationKernel {
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
        return List.of((element, length, block, scratch) -> sums(
                x.at(element, scratch),
                dy.at(element, scratch),
                length,
                c.row(Coefficients.SCALE, block),
                c.row(Coefficients.PARAMETER, block),
                c.row(Coefficients.CENTER, block),
                Stage.sums(scratch)));
    }

    @Override
    public List<PlaneChunks.Body> sumsAdd(Coefficients c, Operand x, Operand r, Operand dy, Operand g) {
        return List.of((element, length, block, scratch) -> sumsAdd(
                x.at(element, scratch),
                r.at(element, scratch),
                dy.at(element, scratch),
                g.at(element, scratch),
                length,
                c.row(Coefficients.SCALE, block),
                c.row(Coefficients.PARAMETER, block),
                c.row(Coefficients.CENTER, block),
                Stage.sums(scratch)));
    }

    @Override
    public List<PlaneChunks.Body> input(Coefficients c, Operand x, Operand dy, Operand dx) {
        return List.of((element, length, block, scratch) -> input(
                x.at(element, scratch),
                dy.at(element, scratch),
                dx.at(element, scratch),
                length,
                c.row(Coefficients.SCALE, block),
                c.row(Coefficients.PARAMETER, block),
                c.row(Coefficients.GRADIENT, block)));
    }

    private static void forward(long x, long y, int length, long affine, long parameters) {
        FloatVector a = load(affine);
        FloatVector b = load(affine + BYTES);
        FloatVector q = load(parameters);
        int end = length * Float.BYTES;
        for (int i = 0; i < end; i += BYTES) {
            store(value(load(x + i).fma(a, b), q), y + i);
        }
    }

    private static void forwardAdd(long x, long r, long y, int length, long affine, long parameters) {
        FloatVector a = load(affine);
        FloatVector b = load(affine + BYTES);
        FloatVector q = load(parameters);
        int end = length * Float.BYTES;
        for (int i = 0; i < end; i += BYTES) {
            store(value(load(x + i).fma(a, b).add(load(r + i)), q), y + i);
        }
    }

    private static void gradient(long x, long dy, long g, int length, long affine, long parameters, long sums) {
        FloatVector a = load(affine);
        FloatVector b = load(affine + BYTES);
        FloatVector q = load(parameters);
        FloatVector t = load(sums);
        int end = length * Float.BYTES;
        for (int i = 0; i < end; i += BYTES) {
            FloatVector z = load(x + i).fma(a, b);
            FloatVector d = load(dy + i);
            store(gradient(z, d, q), g + i);
            t = parameterSum(z, d, t);
        }
        store(t, sums);
    }

    private static void sums(long x, long dy, int length, long affine, long parameters, long center, long sums) {
        FloatVector a = load(affine);
        FloatVector b = load(affine + BYTES);
        FloatVector q = load(parameters);
        FloatVector m = load(center);
        FloatVector s = load(sums);
        FloatVector p = load(sums + BYTES);
        FloatVector t = load(sums + 2L * BYTES);
        int end = length * Float.BYTES;
        for (int i = 0; i < end; i += BYTES) {
            FloatVector v = load(x + i);
            FloatVector z = v.fma(a, b);
            FloatVector d = load(dy + i);
            FloatVector g = gradient(z, d, q);
            s = s.add(g);
            p = v.sub(m).fma(g, p);
            t = parameterSum(z, d, t);
        }
        store(s, sums);
        store(p, sums + BYTES);
        store(t, sums + 2L * BYTES);
    }

    private static void sumsAdd(
            long x, long r, long dy, long g, int length, long affine, long parameters, long center, long sums) {
        FloatVector a = load(affine);
        FloatVector b = load(affine + BYTES);
        FloatVector q = load(parameters);
        FloatVector m = load(center);
        FloatVector s = load(sums);
        FloatVector p = load(sums + BYTES);
        FloatVector t = load(sums + 2L * BYTES);
        int end = length * Float.BYTES;
        for (int i = 0; i < end; i += BYTES) {
            FloatVector v = load(x + i);
            FloatVector z = v.fma(a, b).add(load(r + i));
            FloatVector d = load(dy + i);
            FloatVector h = gradient(z, d, q);
            store(h, g + i);
            s = s.add(h);
            p = v.sub(m).fma(h, p);
            t = parameterSum(z, d, t);
        }
        store(s, sums);
        store(p, sums + BYTES);
        store(t, sums + 2L * BYTES);
    }

    private static void input(long x, long dy, long dx, int length, long affine, long parameters, long rows) {
        FloatVector a = load(affine);
        FloatVector b = load(affine + BYTES);
        FloatVector q = load(parameters);
        FloatVector k = load(rows);
        FloatVector l = load(rows + BYTES);
        FloatVector c = load(rows + 2L * BYTES);
        int end = length * Float.BYTES;
        for (int i = 0; i < end; i += BYTES) {
            FloatVector v = load(x + i);
            FloatVector z = v.fma(a, b);
            FloatVector d = load(dy + i);
            store(v.fma(l, gradient(z, d, q).fma(k, c)), dx + i);
        }
    }

    private static FloatVector value(FloatVector z, FloatVector q) {
        return z.blend(z.mul(q), z.compare(VectorOperators.LE, 0f));
    }

    private static FloatVector gradient(FloatVector z, FloatVector d, FloatVector q) {
        return d.blend(d.mul(q), z.compare(VectorOperators.LE, 0f));
    }

    private static FloatVector parameterSum(FloatVector z, FloatVector d, FloatVector t) {
        return t.blend(d.fma(z, t), z.compare(VectorOperators.LE, 0f));
    }
}
