package dev.lamina.backend.cpu.kernel;

import static dev.lamina.backend.cpu.kernel.Lanes.BYTES;
import static dev.lamina.backend.cpu.kernel.Memory.load;
import static dev.lamina.backend.cpu.kernel.Memory.store;

import jdk.incubator.vector.FloatVector;

/** f(z) = z: the affine map alone. */
final class IdentityKernel implements ActivationKernel {
    @Override
    public void forward(long x, long y, int length, long affine, long parameters) {
        FloatVector a = load(affine);
        FloatVector b = load(affine + BYTES);
        int end = length * Float.BYTES;
        for (int i = 0; i < end; i += BYTES) {
            store(load(x + i).fma(a, b), y + i);
        }
    }

    @Override
    public void forwardAdd(long x, long r, long y, int length, long affine, long parameters) {
        FloatVector a = load(affine);
        FloatVector b = load(affine + BYTES);
        int end = length * Float.BYTES;
        for (int i = 0; i < end; i += BYTES) {
            store(load(x + i).fma(a, b).add(load(r + i)), y + i);
        }
    }

    @Override
    public void gradient(long x, long dy, long g, int length, long affine, long parameters, long sums) {
        Memory.copy(dy, g, (long) length * Float.BYTES);
    }

    @Override
    public void sums(long x, long dy, int length, long affine, long parameters, long center, long sums, long slot) {
        FloatVector m = load(center);
        FloatVector s = load(sums);
        FloatVector p = load(sums + BYTES);
        int end = length * Float.BYTES;
        for (int i = 0; i < end; i += BYTES) {
            FloatVector v = load(x + i);
            FloatVector d = load(dy + i);
            s = s.add(d);
            p = v.sub(m).fma(d, p);
        }
        store(s, sums);
        store(p, sums + BYTES);
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
        FloatVector m = load(center);
        FloatVector s = load(sums);
        FloatVector p = load(sums + BYTES);
        int end = length * Float.BYTES;
        for (int i = 0; i < end; i += BYTES) {
            FloatVector v = load(x + i);
            FloatVector d = load(dy + i);
            store(d, g + i);
            s = s.add(d);
            p = v.sub(m).fma(d, p);
        }
        store(s, sums);
        store(p, sums + BYTES);
    }

    @Override
    public void input(long x, long dy, long dx, int length, long affine, long parameters, long rows, long slot) {
        FloatVector k = load(rows);
        FloatVector l = load(rows + BYTES);
        FloatVector c = load(rows + 2L * BYTES);
        int end = length * Float.BYTES;
        for (int i = 0; i < end; i += BYTES) {
            FloatVector v = load(x + i);
            FloatVector d = load(dy + i);
            store(v.fma(l, d.fma(k, c)), dx + i);
        }
    }
}
