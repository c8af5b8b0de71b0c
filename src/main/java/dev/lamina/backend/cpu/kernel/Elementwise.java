package dev.lamina.backend.cpu.kernel;

import static dev.lamina.backend.cpu.kernel.Lanes.BYTES;
import static dev.lamina.backend.cpu.kernel.Lanes.FLOATS;
import static dev.lamina.backend.cpu.kernel.Memory.load;
import static dev.lamina.backend.cpu.kernel.Memory.store;

import jdk.incubator.vector.FloatVector;
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

    /** out = max(a + b, 0). */
    public static Launch addRelu(Team team, FlatTensor a, FlatTensor b, FlatTensor out) {
        return new ElementwiseLaunch(team, a, b, out, Elementwise::addRelu);
    }

    /** out = a · b: dropout with a mask of 0 and 1/(1 − p). */
    public static Launch multiply(Team team, FlatTensor a, FlatTensor b, FlatTensor out) {
        return new ElementwiseLaunch(team, a, b, out, Elementwise::multiply);
    }

    /** out = a where y &gt; 0, else 0: the gradient of a ReLU with output y. */
    public static Launch mask(Team team, FlatTensor a, FlatTensor y, FlatTensor out) {
        return new ElementwiseLaunch(team, a, y, out, Elementwise::mask);
    }

    /** out = 1 where a &gt; 0, else the slope. */
    public static Launch drawnSlope(Team team, FlatTensor a, FlatTensor slopes, FlatTensor out) {
        return new ElementwiseLaunch(team, a, slopes, out, Elementwise::drawnSlope);
    }

    /** y = y + factor · x. */
    public static Launch addScaled(Team team, float factor, FlatTensor x, FlatTensor y) {
        return new ElementwiseLaunch(team, y, x, y, (a, b, out, length) -> addScaled(factor, a, b, out, length));
    }

    /** out = a, from one precision to the other if they differ. */
    public static Launch copy(Team team, FlatTensor a, FlatTensor out) {
        return new ElementwiseLaunch(
                team, a, null, out, (from, _, to, length) -> Memory.copy(from, to, (long) length * Float.BYTES));
    }

    /** out = 0. */
    public static Launch zero(Team team, FlatTensor out) {
        long bytes = out.length() * out.precision().bytes();
        Team.Body body = (member, size) -> {
            long start = Team.start(bytes, 64, member, size);
            Memory.zero(out.address() + start, Team.start(bytes, 64, member + 1, size) - start);
        };
        return () -> team.run(body);
    }

    private static void addRelu(long a, long b, long out, int length) {
        int end = length * Float.BYTES;
        for (int i = 0; i < end; i += BYTES) {
            FloatVector z = load(a + i).add(load(b + i));
            store(z.blend(0f, z.compare(VectorOperators.LT, 0f)), out + i);
        }
    }

    private static void multiply(long a, long b, long out, int length) {
        int end = length * Float.BYTES;
        for (int i = 0; i < end; i += BYTES) {
            store(load(a + i).mul(load(b + i)), out + i);
        }
    }

    private static void mask(long a, long y, long out, int length) {
        int end = length * Float.BYTES;
        for (int i = 0; i < end; i += BYTES) {
            store(load(a + i).blend(0f, load(y + i).compare(VectorOperators.LE, 0f)), out + i);
        }
    }

    private static void drawnSlope(long a, long slopes, long out, int length) {
        int end = length * Float.BYTES;
        for (int i = 0; i < end; i += BYTES) {
            store(load(slopes + i).blend(1f, load(a + i).compare(VectorOperators.GT, 0f)), out + i);
        }
    }

    private static void addScaled(float factor, long a, long b, long out, int length) {
        FloatVector f = FloatVector.broadcast(FLOATS, factor);
        int end = length * Float.BYTES;
        for (int i = 0; i < end; i += BYTES) {
            store(load(b + i).fma(f, load(a + i)), out + i);
        }
    }
}
