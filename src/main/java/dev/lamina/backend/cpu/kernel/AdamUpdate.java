package dev.lamina.backend.cpu.kernel;

import static dev.lamina.backend.cpu.kernel.Lanes.BYTES;
import static dev.lamina.backend.cpu.kernel.Lanes.FLOATS;
import static dev.lamina.backend.cpu.kernel.Memory.load;
import static dev.lamina.backend.cpu.kernel.Memory.store;

import java.util.function.DoubleSupplier;
import java.util.function.IntSupplier;
import jdk.incubator.vector.FloatVector;

/**
 * Adam over flat float32 parameters, as torch.optim.Adam with weight decay added to the gradient:
 * <pre>
 *   g = gradient + decay·w;  m ← m + (1 − β₁)(g − m);  v ← β₂ v + (1 − β₂) g²
 *   w ← w − rate / (1 − β₁ᵗ) · m / (√v / √(1 − β₂ᵗ) + ε),   t the number of the step, from 1
 * </pre>
 * Source: Kingma and Ba, Adam, 2015. m and v start as zeros. Zeros in padding stay zero.
 */
public final class AdamUpdate {
    /** β₁, β₂, ε and the weight decay. */
    public record Settings(float beta1, float beta2, float epsilon, float decay) {}

    private AdamUpdate() {}

    /**
     * One step over all elements.
     * @param rate  the learning rate, asked for once a step
     * @param step  t, asked for once a step
     */
    public static Launch launch(
            Team team,
            FlatTensor weights,
            FlatTensor gradient,
            FlatTensor firstMoment,
            FlatTensor secondMoment,
            Settings settings,
            DoubleSupplier rate,
            IntSupplier step) {
        FlatRange range = new FlatRange(weights, gradient, firstMoment, secondMoment);
        float[] scales = new float[2];
        Team.Body body = (member, size) -> range.share(
                member,
                size,
                team.scratch(member),
                (w, g, m, v, length) -> update(w, g, m, v, length, settings, scales[0], scales[1]));
        return () -> {
            int t = step.getAsInt();
            scales[0] = (float) (-rate.getAsDouble() / (1 - Math.pow(settings.beta1, t)));
            scales[1] = (float) (1 / Math.sqrt(1 - Math.pow(settings.beta2, t)));
            team.run(body);
        };
    }

    private static void update(
            long w, long g, long m, long v, int length, Settings settings, float rate, float rootScale) {
        FloatVector decay = FloatVector.broadcast(FLOATS, settings.decay);
        FloatVector beta1 = FloatVector.broadcast(FLOATS, 1 - settings.beta1);
        FloatVector beta2 = FloatVector.broadcast(FLOATS, settings.beta2);
        FloatVector epsilon = FloatVector.broadcast(FLOATS, settings.epsilon);
        FloatVector root = FloatVector.broadcast(FLOATS, rootScale);
        float beta2Rest = 1 - settings.beta2;
        int end = length * Float.BYTES;
        for (int i = 0; i < end; i += BYTES) {
            FloatVector old = load(w + i);
            FloatVector gradient = old.fma(decay, load(g + i));
            FloatVector first = load(m + i);
            first = gradient.sub(first).fma(beta1, first);
            FloatVector second = load(v + i).fma(beta2, gradient.mul(gradient).mul(beta2Rest));
            store(first, m + i);
            store(second, v + i);
            store(first.mul(rate).div(second.sqrt().fma(root, epsilon)).add(old), w + i);
        }
    }
}
