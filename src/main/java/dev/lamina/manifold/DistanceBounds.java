package dev.lamina.manifold;

/**
 * What ‖x − y‖² can be at most and at least, given the inner product c of the points behind their center in float32:
 * <pre>
 *   low(x) + low(y) − 2c ≤ ‖x − y‖² ≤ high(x) + high(y) − 2c,    low, high = ‖x‖² ∓ ε‖x‖² ∓ δ
 * </pre>
 * ε counts the roundings: one for each coordinate of a chunk and for each chunk ({@link InnerProducts}), few for moving
 * the points, for their norms and for the sums above and those made of them; u = 2⁻²⁴ each, relative to ‖x‖² + ‖y‖²
 * ≥ 2‖x‖‖y‖ (Higham, Accuracy and Stability, 3.1). δ covers numbers too small to be rounded so. Points far from the
 * origin lose nothing: the difference to the center is exact but for one rounding of its own size.
 *
 * @param center mean of the points, 0 where it is not finite
 * @param low by point
 * @param high by point
 */
record DistanceBounds(float[] center, float[] low, float[] high) {
    private static final double UNIT = 0x1p-24;
    /** Roundings beside those of the inner product, 22 at most. */
    private static final int FURTHER = 32;

    static DistanceBounds of(Points points) {
        float[] center = center(points);
        int d = points.dimension();
        int roundings = Math.min(d, ProductShape.DEPTH) + Math.ceilDiv(d, ProductShape.DEPTH) + FURTHER;
        double epsilon = roundings * UNIT;
        double delta = (double) (d + FURTHER) * Float.MIN_VALUE;
        float[] low = new float[points.count()];
        float[] high = new float[points.count()];
        for (int i = 0; i < points.count(); i++) {
            double norm = squaredNorm(points.coordinates(), i * d, center);
            low[i] = (float) (norm - epsilon * norm - delta);
            high[i] = (float) (norm + epsilon * norm + delta);
        }
        return new DistanceBounds(center, low, high);
    }

    private static float[] center(Points points) {
        int d = points.dimension();
        double[] sums = new double[d];
        for (int i = 0; i < points.count(); i++) {
            add(points.coordinates(), i * d, sums);
        }
        float[] center = new float[d];
        for (int j = 0; j < d; j++) {
            float mean = (float) (sums[j] / points.count());
            center[j] = Float.isFinite(mean) ? mean : 0;
        }
        return center;
    }

    private static void add(float[] x, int from, double[] sums) {
        for (int j = 0; j < sums.length; j++) {
            sums[j] += x[from + j];
        }
    }

    /** Σ (x − center)², in four sums that do not wait for each other. */
    private static double squaredNorm(float[] x, int from, float[] center) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int j = 0;
        for (; j < center.length - 3; j += 4) {
            a += square(x[from + j] - center[j]);
            b += square(x[from + j + 1] - center[j + 1]);
            c += square(x[from + j + 2] - center[j + 2]);
            d += square(x[from + j + 3] - center[j + 3]);
        }
        for (; j < center.length; j++) {
            a += square(x[from + j] - center[j]);
        }
        return a + b + c + d;
    }

    private static double square(double x) {
        return x * x;
    }
}
