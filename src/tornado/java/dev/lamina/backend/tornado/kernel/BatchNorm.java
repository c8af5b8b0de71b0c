package dev.lamina.backend.tornado.kernel;

import uk.ac.manchester.tornado.api.KernelContext;
import uk.ac.manchester.tornado.api.math.TornadoMath;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;

/** Statistics of a batch normalization of x [batch, channels, plane] and its gradients; applied in {@link Activations}. */
public final class BatchNorm {
    private BatchNorm() {}

    /**
     * mean and inverseDeviation = 1/√(variance + ε), the variance from deviations from the mean; running ← (1 −
     * momentum)·running + momentum·batch, the variance times {@code unbiased}. A group a channel.
     */
    public static void laminaStatistics(
            KernelContext context,
            FloatArray m,
            int x,
            int mean,
            int inverse,
            int runningMean,
            int runningVariance,
            float momentum,
            float epsilon,
            float unbiased,
            int batch,
            int plane,
            int channels) {
        float[] part = context.allocateFloatLocalArray(Lanes.GROUP);
        int lane = context.localIdx;
        int channel = context.groupIdx;
        int count = batch * plane;
        float sum = 0f;
        for (int k = lane; k < count; k += Lanes.GROUP) {
            int example = k / plane;
            sum += m.get(x + (example * channels + channel) * plane + k - example * plane);
        }
        part[lane] = sum;
        for (int half = Lanes.GROUP / 2; half > 0; half >>= 1) {
            context.localBarrier();
            if (lane < half) {
                part[lane] += part[lane + half];
            }
        }
        context.localBarrier();
        float center = part[0] / count;
        context.localBarrier();
        float squares = 0f;
        for (int k = lane; k < count; k += Lanes.GROUP) {
            int example = k / plane;
            float deviation = m.get(x + (example * channels + channel) * plane + k - example * plane) - center;
            squares += deviation * deviation;
        }
        part[lane] = squares;
        for (int half = Lanes.GROUP / 2; half > 0; half >>= 1) {
            context.localBarrier();
            if (lane < half) {
                part[lane] += part[lane + half];
            }
        }
        if (lane == 0) {
            float variance = part[0] / count;
            m.set(mean + channel, center);
            m.set(inverse + channel, 1f / TornadoMath.sqrt(variance + epsilon));
            float keep = 1f - momentum;
            m.set(runningMean + channel, keep * m.get(runningMean + channel) + momentum * center);
            m.set(
                    runningVariance + channel,
                    keep * m.get(runningVariance + channel) + momentum * (unbiased * variance));
        }
    }

    /** inverse = 1/√(variance + ε). */
    public static void laminaInverseDeviation(
            KernelContext context, FloatArray m, int variance, int inverse, float epsilon, int n) {
        int i = context.globalIdx;
        if (i < n) {
            m.set(inverse + i, 1f / TornadoMath.sqrt(m.get(variance + i) + epsilon));
        }
    }

    /** dshift = Σ g and dscale = Σ g x̂ over a channel. A group a channel. */
    public static void laminaNormSums(
            KernelContext context,
            FloatArray m,
            int x,
            int mean,
            int inverse,
            int g,
            int dscale,
            int dshift,
            int batch,
            int plane,
            int channels) {
        float[] part = context.allocateFloatLocalArray(Lanes.GROUP);
        float[] product = context.allocateFloatLocalArray(Lanes.GROUP);
        int lane = context.localIdx;
        int channel = context.groupIdx;
        float center = m.get(mean + channel);
        float slope = m.get(inverse + channel);
        float sum = 0f;
        float sumOfProducts = 0f;
        for (int k = lane; k < batch * plane; k += Lanes.GROUP) {
            int example = k / plane;
            int i = (example * channels + channel) * plane + k - example * plane;
            float gradient = m.get(g + i);
            sum += gradient;
            sumOfProducts += gradient * ((m.get(x + i) - center) * slope);
        }
        part[lane] = sum;
        product[lane] = sumOfProducts;
        for (int half = Lanes.GROUP / 2; half > 0; half >>= 1) {
            context.localBarrier();
            if (lane < half) {
                part[lane] += part[lane + half];
                product[lane] += product[lane + half];
            }
        }
        if (lane == 0) {
            m.set(dshift + channel, part[0]);
            m.set(dscale + channel, product[0]);
        }
    }

    /** dx = γ·inverseDeviation (g − dshift/M − x̂ dscale/M), M = count. */
    public static void laminaNormGradient(
            KernelContext context,
            FloatArray m,
            int x,
            int mean,
            int inverse,
            int scale,
            int g,
            int dscale,
            int dshift,
            int dx,
            float count,
            int plane,
            int channels,
            int n) {
        int i = context.globalIdx;
        if (i < n) {
            int channel = (i / plane) % channels;
            float slope = m.get(inverse + channel);
            float normalized = (m.get(x + i) - m.get(mean + channel)) * slope;
            float centered =
                    m.get(g + i) - m.get(dshift + channel) / count - normalized * m.get(dscale + channel) / count;
            m.set(dx + i, m.get(scale + channel) * slope * centered);
        }
    }

    /** dx = γ·inverseDeviation g. */
    public static void laminaScaleChannels(
            KernelContext context,
            FloatArray m,
            int g,
            int inverse,
            int scale,
            int dx,
            int plane,
            int channels,
            int n) {
        int i = context.globalIdx;
        if (i < n) {
            int channel = (i / plane) % channels;
            m.set(dx + i, m.get(scale + channel) * m.get(inverse + channel) * m.get(g + i));
        }
    }
}
