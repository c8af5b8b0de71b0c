package dev.lamina.backend.cpu.kernel;

import static dev.lamina.backend.cpu.kernel.Lanes.BYTES;
import static dev.lamina.backend.cpu.kernel.Memory.load;
import static dev.lamina.backend.cpu.kernel.Memory.store;

import jdk.incubator.vector.FloatVector;

/** f(z) = z: the affine map alone forward, a copy of dy backward. */
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
    public void gradient(long x, long dy, long g, int length, long affine, long parameters, long sums) {
        Memory.copy(dy, g, (long) length * Float.BYTES);
    }
}
