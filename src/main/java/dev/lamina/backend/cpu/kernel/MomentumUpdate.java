package dev.lamina.backend.cpu.kernel;

import static dev.lamina.backend.cpu.kernel.Lanes.BYTES;
import static dev.lamina.backend.cpu.kernel.Lanes.FLOATS;
import static dev.lamina.backend.cpu.kernel.Memory.load;
import static dev.lamina.backend.cpu.kernel.Memory.store;

import java.util.function.DoubleSupplier;
import jdk.incubator.vector.FloatVector;

/**
 * Stochastic gradient descent over flat float32 parameters, as torch.optim.SGD with dampening 0:
 * <pre>
 *   g = gradient + decay·w;  m ← μ·m + g;  w ← w − rate·(g + μ·m) with Nesterov, w − rate·m without
 * </pre>
 * m starts as zeros, which gives PyTorch's first step. Zeros in padding stay zero.
 */
public final class MomentumUpdate {
    /** The kind of momentum. */
    public enum Momentum {
        NONE,
        PLAIN,
        NESTEROV
    }

    private MomentumUpdate() {}

    /**
     * One step over all elements.
     * @param velocity   m; ignored (may be the gradient) without momentum
     * @param rate       the learning rate, asked for once a step
     */
    public static Launch launch(
            Team team,
            FlatTensor weights,
            FlatTensor gradient,
            FlatTensor velocity,
            Momentum kind,
            float momentum,
            float decay,
            DoubleSupplier rate) {
        FlatRange range = new FlatRange(weights, gradient, velocity);
        float[] step = new float[1];
        Team.Body body =
                (member, size) -> range.share(member, size, team.scratch(member), (w, g, m, unused, length) -> {
                    switch (kind) {
                        case NONE -> plain(w, g, length, decay, step[0]);
                        case PLAIN -> momentum(w, g, m, length, momentum, decay, step[0]);
                        case NESTEROV -> nesterov(w, g, m, length, momentum, decay, step[0]);
                    }
                });
        return () -> {
            step[0] = (float) rate.getAsDouble();
            team.run(body);
        };
    }

    private static void plain(long w, long g, int length, float decay, float rate) {
        FloatVector d = FloatVector.broadcast(FLOATS, decay);
        FloatVector r = FloatVector.broadcast(FLOATS, -rate);
        int end = length * Float.BYTES;
        for (int i = 0; i < end; i += BYTES) {
            FloatVector old = load(w + i);
            store(old.fma(d, load(g + i)).fma(r, old), w + i);
        }
    }

    private static void momentum(long w, long g, long m, int length, float momentum, float decay, float rate) {
        FloatVector d = FloatVector.broadcast(FLOATS, decay);
        FloatVector mu = FloatVector.broadcast(FLOATS, momentum);
        FloatVector r = FloatVector.broadcast(FLOATS, -rate);
        int end = length * Float.BYTES;
        for (int i = 0; i < end; i += BYTES) {
            FloatVector old = load(w + i);
            FloatVector velocity = load(m + i).fma(mu, old.fma(d, load(g + i)));
            store(velocity, m + i);
            store(velocity.fma(r, old), w + i);
        }
    }

    private static void nesterov(long w, long g, long m, int length, float momentum, float decay, float rate) {
        FloatVector d = FloatVector.broadcast(FLOATS, decay);
        FloatVector mu = FloatVector.broadcast(FLOATS, momentum);
        FloatVector r = FloatVector.broadcast(FLOATS, -rate);
        int end = length * Float.BYTES;
        for (int i = 0; i < end; i += BYTES) {
            FloatVector old = load(w + i);
            FloatVector gradient = old.fma(d, load(g + i));
            FloatVector velocity = load(m + i).fma(mu, gradient);
            store(velocity, m + i);
            store(velocity.fma(mu, gradient).fma(r, old), w + i);
        }
    }
}
