package dev.lamina.backend.tornado.kernel;

import uk.ac.manchester.tornado.api.KernelContext;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;

/** Sums, one work group each. */
public final class Sums {
    private Sums() {}

    /** y[0] = factor · Σ x. One group. */
    public static void laminaSum(KernelContext context, FloatArray m, int x, int y, float factor, int n) {
        float[] part = context.allocateFloatLocalArray(Lanes.GROUP);
        int lane = context.localIdx;
        float sum = 0f;
        for (int i = lane; i < n; i += Lanes.GROUP) {
            sum += m.get(x + i);
        }
        part[lane] = sum;
        for (int half = Lanes.GROUP / 2; half > 0; half >>= 1) {
            context.localBarrier();
            if (lane < half) {
                part[lane] += part[lane + half];
            }
        }
        if (lane == 0) {
            m.set(y, factor * part[0]);
        }
    }

    /** y[c] = Σ x[·, c, ·] for x [batch, channels, plane]. A group a channel. */
    public static void laminaChannelSum(
            KernelContext context, FloatArray m, int x, int y, int batch, int plane, int channels) {
        float[] part = context.allocateFloatLocalArray(Lanes.GROUP);
        int lane = context.localIdx;
        int channel = context.groupIdx;
        float sum = 0f;
        for (int i = lane; i < batch * plane; i += Lanes.GROUP) {
            int example = i / plane;
            sum += m.get(x + (example * channels + channel) * plane + i - example * plane);
        }
        part[lane] = sum;
        for (int half = Lanes.GROUP / 2; half > 0; half >>= 1) {
            context.localBarrier();
            if (lane < half) {
                part[lane] += part[lane + half];
            }
        }
        if (lane == 0) {
            m.set(y + channel, part[0]);
        }
    }
}
