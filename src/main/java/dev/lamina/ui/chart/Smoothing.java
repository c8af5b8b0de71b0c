package dev.lamina.ui.chart;

import dev.lamina.metric.Points;

/**
 * Exponential moving average, free of the pull towards its start.
 *   m_i = w m_{i−1} + (1 − w) y_i,  shown m_i / (1 − w^i)
 * Source: Kingma and Ba 2015, section 3. Worked example: w = 0.5 makes 1, 3 into 1, 2.333.
 */
final class Smoothing {
    private Smoothing() {}

    /** The smoothed curve; what is not finite stays where it is and has no part in the mean. */
    static Points of(Points points, double weight) {
        if (weight == 0) {
            return points;
        }
        double[] smooth = new double[points.size()];
        double mean = 0;
        double rest = 1;
        for (int i = 0; i < smooth.length; i++) {
            double y = points.y()[i];
            if (!Double.isFinite(y)) {
                smooth[i] = y;
                continue;
            }
            mean = weight * mean + (1 - weight) * y;
            rest *= weight;
            smooth[i] = mean / (1 - rest);
        }
        return new Points(points.x(), smooth);
    }
}
