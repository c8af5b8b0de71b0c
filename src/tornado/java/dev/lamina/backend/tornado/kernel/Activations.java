package dev.lamina.backend.tornado.kernel;

import uk.ac.manchester.tornado.api.KernelContext;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;

/**
 * Activations y = f(z) and their gradients, alone (z = x, mean −1) or behind a normalization and a residual, see {@link
 * Response#preActivation}. Feature maps are [N, channels, plane]; parameters p0 and p1 (−1: the constants a and b) lie
 * {@code stride} apart, 0 where the layer shares one.
 */
public final class Activations {
    private Activations() {}

    /** y = f(z). */
    public static void laminaRespond(
            KernelContext context,
            FloatArray m,
            int x,
            int mean,
            int inverse,
            int scale,
            int shift,
            int residual,
            int p0,
            int p1,
            int stride,
            int kind,
            float a,
            float b,
            int y,
            int plane,
            int channels,
            int n) {
        int i = context.globalIdx;
        if (i < n) {
            int channel = (i / plane) % channels;
            float z = Response.preActivation(m, x, mean, inverse, scale, shift, residual, channel, i);
            float first = Response.parameter(m, p0, channel * stride, a);
            float second = Response.parameter(m, p1, channel * stride, b);
            m.set(y + i, Response.value(kind, z, first, second));
        }
    }

    /** g = f′(z)·(dy0 + dy1), dy1 −1 where there is one upstream gradient. */
    public static void laminaRespondGradient(
            KernelContext context,
            FloatArray m,
            int x,
            int mean,
            int inverse,
            int scale,
            int shift,
            int residual,
            int dy0,
            int dy1,
            int p0,
            int p1,
            int stride,
            int kind,
            float a,
            float b,
            int g,
            int plane,
            int channels,
            int n) {
        int i = context.globalIdx;
        if (i < n) {
            int channel = (i / plane) % channels;
            float z = Response.preActivation(m, x, mean, inverse, scale, shift, residual, channel, i);
            float first = Response.parameter(m, p0, channel * stride, a);
            float second = Response.parameter(m, p1, channel * stride, b);
            float dy = m.get(dy0 + i);
            if (dy1 >= 0) {
                dy += m.get(dy1 + i);
            }
            m.set(g + i, dy * Response.derivative(kind, z, first, second));
        }
    }

    /** d0[c] = Σ (dy0 + dy1) ∂f/∂p0 over a channel, d1 (−1: not wanted) likewise. A group a channel. */
    public static void laminaParameterGradients(
            KernelContext context,
            FloatArray m,
            int x,
            int mean,
            int inverse,
            int scale,
            int shift,
            int residual,
            int dy0,
            int dy1,
            int p0,
            int p1,
            int stride,
            int kind,
            int d0,
            int d1,
            int batch,
            int plane,
            int channels) {
        float[] part0 = context.allocateFloatLocalArray(Lanes.GROUP);
        float[] part1 = context.allocateFloatLocalArray(Lanes.GROUP);
        int lane = context.localIdx;
        int channel = context.groupIdx;
        float first = Response.parameter(m, p0, channel * stride, 0f);
        float second = Response.parameter(m, p1, channel * stride, 0f);
        float sum0 = 0f;
        float sum1 = 0f;
        for (int k = lane; k < batch * plane; k += Lanes.GROUP) {
            int example = k / plane;
            int i = (example * channels + channel) * plane + k - example * plane;
            float z = Response.preActivation(m, x, mean, inverse, scale, shift, residual, channel, i);
            float dy = m.get(dy0 + i);
            if (dy1 >= 0) {
                dy += m.get(dy1 + i);
            }
            sum0 += dy * Response.derivativeInFirst(kind, z, second);
            sum1 += dy * Response.derivativeInSecond(kind, z, first, second);
        }
        part0[lane] = sum0;
        part1[lane] = sum1;
        for (int half = Lanes.GROUP / 2; half > 0; half >>= 1) {
            context.localBarrier();
            if (lane < half) {
                part0[lane] += part0[lane + half];
                part1[lane] += part1[lane + half];
            }
        }
        if (lane == 0) {
            m.set(d0 + channel, part0[0]);
            if (d1 >= 0) {
                m.set(d1 + channel, part1[0]);
            }
        }
    }
}
