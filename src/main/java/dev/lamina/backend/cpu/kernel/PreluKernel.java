package dev.lamina.backend.cpu.kernel;

import static dev.lamina.backend.cpu.kernel.Lanes.BYTES;
import static dev.lamina.backend.cpu.kernel.Memory.load;
import static dev.lamina.backend.cpu.kernel.Memory.store;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** f(z) = z for z &gt; 0, p·z otherwise, p the parameter 0. Adds Σ dy·z over z ≤ 0 to the first row of sums. */
final class PreluKernel implements ActivationKernel {
    @Override
    public void forward(long x, long y, int length, long affine, long parameters) {
        FloatVector a = load(affine);
        FloatVector b = load(affine + BYTES);
        FloatVector p = load(parameters);
        int end = length * Float.BYTES;
        for (int i = 0; i < end; i += BYTES) {
            FloatVector z = load(x + i).fma(a, b);
            store(z.blend(z.mul(p), z.compare(VectorOperators.LE, 0f)), y + i);
        }
    }

    @Override
    public void gradient(long x, long dy, long g, int length, long affine, long parameters, long sums) {
        FloatVector a = load(affine);
        FloatVector b = load(affine + BYTES);
        FloatVector p = load(parameters);
        FloatVector sum = load(sums);
        int end = length * Float.BYTES;
        for (int i = 0; i < end; i += BYTES) {
            FloatVector z = load(x + i).fma(a, b);
            FloatVector d = load(dy + i);
            VectorMask<Float> negative = z.compare(VectorOperators.LE, 0f);
            store(d.blend(d.mul(p), negative), g + i);
            sum = sum.blend(d.fma(z, sum), negative);
        }
        store(sum, sums);
    }
}
