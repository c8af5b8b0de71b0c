package dev.lamina.backend.cases;

import dev.lamina.backend.Precision;

/**
 * How far a backend's result may lie from the reference, element by element, by the rounding error of a sum of K products t:
 * <pre>
 *   float32             u (√K + 2) Σ|t|,  u = 2⁻²⁴
 *   float32, Winograd   u (√K + 2) (Σ|t| + 31 √Σt²)
 *   bf16                the above + 2⁻⁸ (|y| + 4 √Σt²)
 * </pre>
 * √K in place of the worst case K: rounding errors of a long sum are as good as independent with mean 0 (Higham, Mary 2019,
 * "A new approach to probabilistic rounding error analysis"); the 2 is for the product and the result, and makes the bound
 * at least the worst case up to K = 4.
 *
 * <p>31: Winograd's F(4×4, 3×3) with the points 0, ±1, ±2, ∞ computes row r of an output tile as Σ_k A[k,r] (G g)_k (Bᵀd)_k.
 * For independent entries of g and d the terms have the mean square Σ_k A[k,r]² ‖G_k‖² ‖B_k‖², 94.3 in the worst row
 * r = 3, of the direct sum 3: amplified √(94.3 / 3) = 5.6 in each of two dimensions. (The gradient of the weights: 24.)
 *
 * <p>bf16 (but float32 for parameters, statistics and losses): 2⁻⁸ is its unit roundoff. The result is rounded to it, and so may be each of the terms; their errors are
 * independent and at most 2⁻⁸|t|, with standard deviation 2⁻⁸|t|/√3, so 4√Σt² is seven standard deviations.
 *
 * <p>Below the smallest normal float32, 2⁻¹²⁶, there is no relative accuracy: a backend may take such a number, a power of e
 * above all, for 0. What it then multiplies by z may be off by 2⁻¹²⁶|z|, which all of the above is widened by.
 */
public record Tolerance(Precision precision, double amplification) {
    /** Of Winograd's F(4×4, 3×3). */
    public static final double WINOGRAD_AMPLIFICATION = 31;

    private static final double FLOAT_ROUNDOFF = 0x1p-24;
    private static final double BF16_ROUNDOFF = 0x1p-8;

    /** The allowed distance of element k from the reference value. */
    public double at(RoundingError error, int k, double expected) {
        double sum = error.absolute()[k] + amplification * error.quadratic()[k];
        double underflow = Float.MIN_NORMAL * error.factors()[k];
        double bound = FLOAT_ROUNDOFF * (Math.sqrt(error.terms()) + 2) * sum + underflow;
        boolean rounded = precision == Precision.BF16 && error.format() == RoundingError.Format.SESSION_PRECISION;
        return rounded && sum > 0 ? bound + BF16_ROUNDOFF * (Math.abs(expected) + 4 * error.quadratic()[k]) : bound;
    }
}
