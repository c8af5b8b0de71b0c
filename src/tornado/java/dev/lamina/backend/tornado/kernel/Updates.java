package dev.lamina.backend.tornado.kernel;

import uk.ac.manchester.tornado.api.KernelContext;
import uk.ac.manchester.tornado.api.math.TornadoMath;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;

/**
 * Optimizer updates in place, of one parameter or of many that lie one behind the other. Hyperparameters are read from the
 * memory, so that they can change at every step. Formulas: dev.lamina.nn.optim.
 */
public final class Updates {
    private Updates() {}

    /** hyperparameters: learning rate, momentum, weight decay; nesterov 0 or 1. */
    public static void laminaSgd(
            KernelContext context,
            FloatArray m,
            int w,
            int gradient,
            int velocity,
            int hyperparameters,
            int nesterov,
            float rateFactor,
            float decayFactor,
            float minimum,
            int n) {
        int i = context.globalIdx;
        if (i < n) {
            float rate = m.get(hyperparameters) * rateFactor;
            float momentum = m.get(hyperparameters + 1);
            float decay = m.get(hyperparameters + 2) * decayFactor;
            float value = m.get(w + i);
            float g = m.get(gradient + i) + decay * value;
            float v = momentum * m.get(velocity + i) + g;
            m.set(velocity + i, v);
            float direction = nesterov == 1 ? g + momentum * v : v;
            float moved = value - rate * direction;
            m.set(w + i, moved < minimum ? minimum : moved);
        }
    }

    /** hyperparameters: learning rate, weight decay, 1 − β₁^t, 1 − β₂^t; rest1 = 1 − β₁, rest2 = 1 − β₂. */
    public static void laminaAdam(
            KernelContext context,
            FloatArray m,
            int w,
            int gradient,
            int first,
            int second,
            int hyperparameters,
            float beta1,
            float rest1,
            float beta2,
            float rest2,
            float epsilon,
            float rateFactor,
            float decayFactor,
            float minimum,
            int n) {
        int i = context.globalIdx;
        if (i < n) {
            float rate = m.get(hyperparameters) * rateFactor;
            float decay = m.get(hyperparameters + 1) * decayFactor;
            float value = m.get(w + i);
            float g = m.get(gradient + i) + decay * value;
            float mean = beta1 * m.get(first + i) + rest1 * g;
            float square = beta2 * m.get(second + i) + rest2 * g * g;
            m.set(first + i, mean);
            m.set(second + i, square);
            float deviation = TornadoMath.sqrt(square / m.get(hyperparameters + 3));
            float moved = value - rate * (mean / m.get(hyperparameters + 2)) / (deviation + epsilon);
            m.set(w + i, moved < minimum ? minimum : moved);
        }
    }
}
