package dev.lamina.backend.tornado.kernel;

import uk.ac.manchester.tornado.api.KernelContext;
import uk.ac.manchester.tornado.api.math.TornadoMath;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;

/** Constraints on weights, a work group for each stretch of {@code length} of them. Formulas: dev.lamina.nn.regularizer. */
public final class Weights {
    private Weights() {}

    /** effective = norm · u/‖u‖, u = w less its mean (centered 1) or w; 0 where ‖u‖ = 0. */
    public static void laminaEqualNorm(
            KernelContext context, FloatArray m, int w, int effective, float norm, int centered, int length) {
        float[] part = context.allocateFloatLocalArray(Lanes.GROUP);
        int lane = context.localIdx;
        int from = context.groupIdx * length;
        float mean = 0f;
        if (centered == 1) {
            float sum = 0f;
            for (int i = lane; i < length; i += Lanes.GROUP) {
                sum += m.get(w + from + i);
            }
            part[lane] = sum;
            for (int half = Lanes.GROUP / 2; half > 0; half >>= 1) {
                context.localBarrier();
                if (lane < half) {
                    part[lane] += part[lane + half];
                }
            }
            context.localBarrier();
            mean = part[0] / length;
            context.localBarrier();
        }
        float squares = 0f;
        for (int i = lane; i < length; i += Lanes.GROUP) {
            float u = m.get(w + from + i) - mean;
            squares += u * u;
        }
        part[lane] = squares;
        for (int half = Lanes.GROUP / 2; half > 0; half >>= 1) {
            context.localBarrier();
            if (lane < half) {
                part[lane] += part[lane + half];
            }
        }
        context.localBarrier();
        float size = TornadoMath.sqrt(part[0]);
        for (int i = lane; i < length; i += Lanes.GROUP) {
            float u = m.get(w + from + i) - mean;
            m.set(effective + from + i, size == 0f ? 0f : norm * u / size);
        }
    }

    /** dw = norm/‖u‖ (g − (Ŵ·g / norm²) Ŵ), g = upstream less its mean (centered 1) or upstream. */
    public static void laminaEqualNormGradient(
            KernelContext context, FloatArray m, int w, int upstream, int dw, float norm, int centered, int length) {
        float[] part = context.allocateFloatLocalArray(Lanes.GROUP);
        float[] other = context.allocateFloatLocalArray(Lanes.GROUP);
        int lane = context.localIdx;
        int from = context.groupIdx * length;
        float mean = 0f;
        float meanUpstream = 0f;
        if (centered == 1) {
            float sum = 0f;
            float sumUpstream = 0f;
            for (int i = lane; i < length; i += Lanes.GROUP) {
                sum += m.get(w + from + i);
                sumUpstream += m.get(upstream + from + i);
            }
            part[lane] = sum;
            other[lane] = sumUpstream;
            for (int half = Lanes.GROUP / 2; half > 0; half >>= 1) {
                context.localBarrier();
                if (lane < half) {
                    part[lane] += part[lane + half];
                    other[lane] += other[lane + half];
                }
            }
            context.localBarrier();
            mean = part[0] / length;
            meanUpstream = other[0] / length;
            context.localBarrier();
        }
        float squares = 0f;
        float product = 0f;
        for (int i = lane; i < length; i += Lanes.GROUP) {
            float u = m.get(w + from + i) - mean;
            squares += u * u;
            product += u * (m.get(upstream + from + i) - meanUpstream);
        }
        part[lane] = squares;
        other[lane] = product;
        for (int half = Lanes.GROUP / 2; half > 0; half >>= 1) {
            context.localBarrier();
            if (lane < half) {
                part[lane] += part[lane + half];
                other[lane] += other[lane + half];
            }
        }
        context.localBarrier();
        float square = part[0];
        float along = square == 0f ? 0f : other[0] / square;
        float factor = square == 0f ? 0f : norm / TornadoMath.sqrt(square);
        for (int i = lane; i < length; i += Lanes.GROUP) {
            float u = m.get(w + from + i) - mean;
            m.set(dw + from + i, factor * (m.get(upstream + from + i) - meanUpstream - along * u));
        }
    }

    /** scaled = gain · unit, a gain for each group. */
    public static void laminaGain(KernelContext context, FloatArray m, int unit, int gain, int scaled, int length) {
        int from = context.groupIdx * length;
        float factor = m.get(gain + context.groupIdx);
        for (int i = context.localIdx; i < length; i += Lanes.GROUP) {
            m.set(scaled + from + i, factor * m.get(unit + from + i));
        }
    }

    /** dunit = gain · upstream; dgain = Σ upstream · unit, a gain for each group. */
    public static void laminaGainGradient(
            KernelContext context, FloatArray m, int unit, int gain, int upstream, int dunit, int dgain, int length) {
        float[] part = context.allocateFloatLocalArray(Lanes.GROUP);
        int lane = context.localIdx;
        int from = context.groupIdx * length;
        float factor = m.get(gain + context.groupIdx);
        float product = 0f;
        for (int i = lane; i < length; i += Lanes.GROUP) {
            float g = m.get(upstream + from + i);
            product += g * m.get(unit + from + i);
            m.set(dunit + from + i, factor * g);
        }
        part[lane] = product;
        for (int half = Lanes.GROUP / 2; half > 0; half >>= 1) {
            context.localBarrier();
            if (lane < half) {
                part[lane] += part[lane + half];
            }
        }
        context.localBarrier();
        if (lane == 0) {
            m.set(dgain + context.groupIdx, part[0]);
        }
    }

    /** total = gradient + λ((1 − ε/std)(w − mean) + mean); λ mean where std = 0. */
    public static void laminaShiftedDecay(
            KernelContext context,
            FloatArray m,
            int w,
            int gradient,
            int total,
            float lambda,
            float epsilon,
            int length) {
        float[] part = context.allocateFloatLocalArray(Lanes.GROUP);
        int lane = context.localIdx;
        int from = context.groupIdx * length;
        float sum = 0f;
        for (int i = lane; i < length; i += Lanes.GROUP) {
            sum += m.get(w + from + i);
        }
        part[lane] = sum;
        for (int half = Lanes.GROUP / 2; half > 0; half >>= 1) {
            context.localBarrier();
            if (lane < half) {
                part[lane] += part[lane + half];
            }
        }
        context.localBarrier();
        float mean = part[0] / length;
        context.localBarrier();
        float squares = 0f;
        for (int i = lane; i < length; i += Lanes.GROUP) {
            float deviation = m.get(w + from + i) - mean;
            squares += deviation * deviation;
        }
        part[lane] = squares;
        for (int half = Lanes.GROUP / 2; half > 0; half >>= 1) {
            context.localBarrier();
            if (lane < half) {
                part[lane] += part[lane + half];
            }
        }
        context.localBarrier();
        float variance = part[0] / length;
        float factor = variance == 0f ? 0f : 1f - epsilon / TornadoMath.sqrt(variance);
        for (int i = lane; i < length; i += Lanes.GROUP) {
            float value = m.get(w + from + i);
            m.set(total + from + i, m.get(gradient + from + i) + lambda * (factor * (value - mean) + mean));
        }
    }
}
