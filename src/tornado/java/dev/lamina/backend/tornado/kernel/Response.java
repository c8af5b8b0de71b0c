package dev.lamina.backend.tornado.kernel;

import uk.ac.manchester.tornado.api.math.TornadoMath;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;

/**
 * Activations as functions of one number, inlined into the kernels that apply them. Formulas: dev.lamina.nn.activation.
 *
 * <p>What is not a number stays so only through arithmetic and where a comparison is {@code <} or {@code >}: TornadoVM
 * compiles {@code z <= 0} as the opposite of {@code z > 0}, which is another thing then.
 */
public final class Response {
    /** f(z) = z. */
    public static final int IDENTITY = 0;
    /** f(z) = max(z, 0). */
    public static final int RELU = 1;
    /** f(z) = z for z &gt; 0, a z otherwise. */
    public static final int SLOPE = 2;
    /** f(z) = z for z &gt; 0, a (e^{bz} − 1) otherwise. */
    public static final int EXPONENTIAL = 3;
    /** f(z) = σ(z) = 1 / (1 + e^{−z}). */
    public static final int SIGMOID = 4;
    /** f(z) = tanh z. */
    public static final int TANH = 5;
    /** f(z) = z σ(az). */
    public static final int SWISH = 6;
    /** f(z) = z tanh(ln(1 + e^z)). */
    public static final int MISH = 7;
    /** f(z) = z Φ(z), Φ the normal distribution. */
    public static final int GELU = 8;

    /** Up to here in size the series of eᵗ − 1 is summed; beyond, the difference loses less than two bits. */
    private static final float SERIES_LIMIT = 0.5f;

    private Response() {}

    static float value(int kind, float z, float a, float b) {
        if (kind == IDENTITY) {
            return z;
        }
        if (kind == RELU) {
            return z > 0f ? z : 0f * z;
        }
        if (kind == SLOPE) {
            return z > 0f ? z : a * z;
        }
        if (kind == SIGMOID) {
            return sigmoid(z);
        }
        if (kind == TANH) {
            return TornadoMath.tanh(z);
        }
        if (kind == SWISH) {
            return z * sigmoid(a * z);
        }
        if (kind == MISH) {
            return z * mishGate(z);
        }
        if (kind == GELU) {
            return z * normal(z);
        }
        return z > 0f ? z : a * exponentialMinusOne(b * z);
    }

    static float derivative(int kind, float z, float a, float b) {
        if (kind == IDENTITY) {
            return 1f;
        }
        if (kind == RELU) {
            return z > 0f ? 1f : 0f;
        }
        if (kind == SLOPE) {
            return z > 0f ? 1f : a;
        }
        if (kind == SIGMOID) {
            return sigmoid(z) * sigmoid(-z);
        }
        if (kind == TANH) {
            return 4f * sigmoid(2f * z) * sigmoid(-2f * z);
        }
        if (kind == SWISH) {
            return sigmoid(a * z) * (1f + a * z * sigmoid(-a * z));
        }
        if (kind == MISH) {
            return mishGate(z) + z * (1f - mishGate(z) * mishGate(z)) * sigmoid(z);
        }
        if (kind == GELU) {
            return normal(z) + z * 0.3989422804f * TornadoMath.exp(-0.5f * z * z);
        }
        return z > 0f ? 1f : a * b * TornadoMath.exp(b * z);
    }

    /** ∂f/∂a. */
    static float derivativeInFirst(int kind, float z, float b) {
        float negative = z > 0f ? 0f : z;
        return kind == SLOPE ? negative : exponentialMinusOne(b * negative);
    }

    /** ∂f/∂b. */
    static float derivativeInSecond(int kind, float z, float a, float b) {
        float negative = z > 0f ? 0f : z;
        return kind == SLOPE ? 0f : a * negative * TornadoMath.exp(b * negative);
    }

    /** γ (x − mean)·inverseDeviation + β + residual; without a normalization (mean −1) x, without a residual less it. */
    static float preActivation(
            FloatArray m, int x, int mean, int inverse, int scale, int shift, int residual, int channel, int i) {
        float z = m.get(x + i);
        if (mean >= 0) {
            float normalized = (z - m.get(mean + channel)) * m.get(inverse + channel);
            z = m.get(scale + channel) * normalized + m.get(shift + channel);
        }
        if (residual >= 0) {
            z += m.get(residual + i);
        }
        return z;
    }

    /** The value of a trained parameter (offset at least 0) or the constant in its place. */
    static float parameter(FloatArray m, int offset, int index, float constant) {
        return offset >= 0 ? m.get(offset + index) : constant;
    }

    /** eᵗ − 1 for t ≤ 0, to a few roundings of itself. */
    private static float exponentialMinusOne(float t) {
        if (t < -SERIES_LIMIT) {
            return TornadoMath.exp(t) - 1f;
        }
        float series = 1f + t * (1f / 9f);
        series = 1f + t * (1f / 8f) * series;
        series = 1f + t * (1f / 7f) * series;
        series = 1f + t * (1f / 6f) * series;
        series = 1f + t * (1f / 5f) * series;
        series = 1f + t * (1f / 4f) * series;
        series = 1f + t * (1f / 3f) * series;
        series = 1f + t * (1f / 2f) * series;
        return t * series;
    }

    /** 1 / (1 + e^{−t}), without a power that overflows. */
    private static float sigmoid(float t) {
        float e = TornadoMath.exp(t > 0f ? -t : t);
        return t > 0f ? 1f / (1f + e) : e / (1f + e);
    }

    /** tanh(ln(1 + e^z)) of e^{−|z|}. */
    private static float mishGate(float z) {
        float e = TornadoMath.exp(z > 0f ? -z : z);
        return z > 0f ? (1f + 2f * e) / (1f + 2f * e + 2f * e * e) : e * (e + 2f) / (e * (e + 2f) + 2f);
    }

    /** The normal distribution: the tail is e^{−z²/2} t P(t), t = 1 / (1 + 0.28 |z|), to a relative error of 2e-7. */
    private static float normal(float z) {
        float t = 1f / (1f + 0.28f * TornadoMath.abs(z));
        float r = 2.472315729e-02f;
        r = -9.360562265e-02f + t * r;
        r = 9.244812280e-02f + t * r;
        r = -6.465997081e-03f + t * r;
        r = 7.278296351e-02f + t * r;
        r = 8.362869173e-02f + t * r;
        r = 1.030849516e-01f + t * r;
        r = 1.116997823e-01f + t * r;
        r = 1.117038578e-01f + t * r;
        float tail = r * t * TornadoMath.exp(-0.5f * z * z);
        return z > 0f ? 1f - tail : tail;
    }
}
