package dev.lamina.backend.cpu.kernel;

import static dev.lamina.backend.cpu.kernel.Lanes.BYTES;
import static dev.lamina.backend.cpu.kernel.Memory.load;
import static dev.lamina.backend.cpu.kernel.Memory.store;

import jdk.incubator.vector.VectorOperators;

/**
 * Functions of equally placed elements of tensors of one length; precisions may differ, results are overwritten and may
 * share memory with an operand of the same precision.
 */
public final class Elementwise {
    private Elementwise() {}

    /** out = a + b. */
    public static Launch add(Team team, FlatTensor a, FlatTensor b, FlatTensor out) {
        return new ElementwiseLaunch(team, a, b, out, ChannelLoops::add);
    }

    /** out = a · b: dropout with a mask of 0 and 1/(1 − p). */
    public static Launch multiply(Team team, FlatTensor a, FlatTensor b, FlatTensor out) {
        return new ElementwiseLaunch(team, a, b, out, Elementwise::multiply);
    }

    /** out = 1 where a &gt; 0, else the slope. */
    public static Launch drawnSlope(Team team, FlatTensor a, FlatTensor slopes, FlatTensor out) {
        return new ElementwiseLaunch(team, a, slopes, out, Elementwise::drawnSlope);
    }

    private static void multiply(long a, long b, long out, int length) {
        int end = length * Float.BYTES;
        for (int i = 0; i < end; i += BYTES) {
            store(load(a + i).mul(load(b + i)), out + i);
        }
    }

    private static void drawnSlope(long a, long slopes, long out, int length) {
        int end = length * Float.BYTES;
        for (int i = 0; i < end; i += BYTES) {
            store(load(slopes + i).blend(1f, load(a + i).compare(VectorOperators.GT, 0f)), out + i);
        }
    }
}
