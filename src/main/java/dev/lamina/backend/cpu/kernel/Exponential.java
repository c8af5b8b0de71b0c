package dev.lamina.backend.cpu.kernel;

import static dev.lamina.backend.cpu.kernel.Lanes.FLOATS;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** The exponential function on vectors, for arguments that are not positive. */
@SuppressWarnings("FloatingPointLiteralPrecision") // coefficients as their source prints them
final class Exponential {
    private static final float LOWEST = -87.3f;
    /** Here n is −127, and what stands for 2ⁿ is 0. */
    private static final float VANISHING = -88f;

    private static final float LOG2_E = 1.44269504f;
    /** 1.5 · 2²³: adding it rounds to an integer, which then stands in the low bits. */
    private static final float ROUNDER = 12582912f;

    private static final float LN2_HIGH = 0.693359375f;
    private static final float LN2_LOW = -2.12194440e-4f;

    private Exponential() {}

    static FloatVector splat(float value) {
        return FloatVector.broadcast(FLOATS, value);
    }

    /**
     * e^t − 1 for t ≤ 0, −1 below −87.3, with a relative error below 3e-7 everywhere, near 0 as well:
     * t = n ln 2 + r, |r| ≤ ln 2 / 2, and e^t − 1 = 2ⁿ (e^r − 1) + (2ⁿ − 1), the last bracket exact.
     * Source of the polynomial for e^r − 1: Moshier, Cephes library, expf.
     */
    static FloatVector minusOne(FloatVector t) {
        FloatVector x = t.blend(LOWEST, t.compare(VectorOperators.LT, LOWEST));
        return powerLess(1f, x);
    }

    /**
     * e^t for t ≤ 0, 0 where it is no normal number, with a relative error below 2e-7 elsewhere. Not made of
     * e^t − 1, where the small powers have lost their digits.
     */
    static FloatVector of(FloatVector t) {
        FloatVector x = t.blend(VANISHING, t.compare(VectorOperators.LT, VANISHING));
        return powerLess(0f, x);
    }

    /** e^x − c for c = 0 or 1, a constant once it is compiled: 2ⁿ (e^r − 1) + (2ⁿ − c). */
    private static FloatVector powerLess(float c, FloatVector x) {
        FloatVector rounded = x.fma(splat(LOG2_E), splat(ROUNDER));
        FloatVector n = rounded.sub(ROUNDER);
        FloatVector r = n.fma(splat(-LN2_LOW), n.fma(splat(-LN2_HIGH), x));
        FloatVector p = splat(1.9875691500e-4f).fma(r, splat(1.3981999507e-3f));
        p = p.fma(r, splat(8.3334519073e-3f));
        p = p.fma(r, splat(4.1665795894e-2f));
        p = p.fma(r, splat(1.6666665459e-1f));
        p = p.fma(r, splat(5.0000001201e-1f));
        FloatVector q = p.fma(r.mul(r), r);
        FloatVector scale = rounded.reinterpretAsInts()
                .lanewise(VectorOperators.LSHL, 23)
                .add(Float.floatToRawIntBits(1f))
                .reinterpretAsFloats();
        return q.fma(scale, c == 0f ? scale : scale.sub(c));
    }
}
