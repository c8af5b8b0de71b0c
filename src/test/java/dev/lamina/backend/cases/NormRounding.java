package dev.lamina.backend.cases;

import dev.lamina.tensor.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rounding errors of batch normalizations. With a the mean of |x| (test mode: |running mean|), the normalized x̂ is known
 * to within s = (|x − mean| + a)·inverseDeviation + |x̂|, the pre-activation z to within r = |γ|s + |β| + |residual|, the
 * gradient g = f′(z)dy to within G = |dy|(max|f′| + max|f″| r); the formulas of the gradients applied to these magnitudes
 * give the rest. This holds where the variance is summed from deviations from the mean.
 */
final class NormRounding {
    /** Roundings behind one element in test mode, where nothing is summed. */
    private static final double FEW = 4;

    private enum Statistics {
        BATCH,
        RUNNING
    }

    private final NormCases.Setup setup;
    private final Map<String, double[]> values;
    private final Outcome expected;
    private final int channels;
    private final int plane;
    private final double count;
    private final double[] mean;
    private final double[] inverse;
    private final Map<String, RoundingError> errors = new HashMap<>();

    private NormRounding(NormCases.Setup setup, OperationCase operationCase, Outcome expected, Statistics statistics) {
        this.setup = setup;
        this.values = operationCase.values();
        this.expected = expected;
        Shape x = setup.x();
        channels = x.axis(1);
        plane = (int) (x.size() / x.axis(0) / channels);
        count = (double) x.size() / channels;
        mean = statistics == Statistics.RUNNING ? values.get("runningMean") : expected.get("mean");
        inverse = statistics == Statistics.RUNNING ? inverseOfRunning() : expected.get("inverseDeviation");
    }

    static Rounding ofTraining(NormCases.Setup setup) {
        return (operationCase, expected) -> {
            var rounding = new NormRounding(setup, operationCase, expected, Statistics.BATCH);
            double[] meanMagnitude = rounding.meanMagnitude();
            rounding.statistics(meanMagnitude);
            rounding.elements(meanMagnitude, rounding.count);
            return rounding.errors;
        };
    }

    static Rounding ofInference(NormCases.Setup setup) {
        return (operationCase, expected) -> {
            var rounding = new NormRounding(setup, operationCase, expected, Statistics.RUNNING);
            double[] meanMagnitude = new double[rounding.channels];
            for (int c = 0; c < meanMagnitude.length; c++) {
                meanMagnitude[c] = Math.abs(rounding.mean[c]);
            }
            rounding.elements(meanMagnitude, FEW);
            return rounding.errors;
        };
    }

    private double[] inverseOfRunning() {
        double[] inverses = new double[channels];
        for (int c = 0; c < channels; c++) {
            inverses[c] = 1 / Math.sqrt(values.get("runningVariance")[c] + NormCases.EPSILON);
        }
        return inverses;
    }

    private double[] meanMagnitude() {
        double[] x = values.get("x");
        double[] sum = new double[channels];
        for (int k = 0; k < x.length; k++) {
            sum[channel(k)] += Math.abs(x[k]) / count;
        }
        return sum;
    }

    private void statistics(double[] meanMagnitude) {
        putStatistic("mean", meanMagnitude);
        putStatistic("inverseDeviation", inverse);
        double[] runningMean = new double[channels];
        double[] runningVariance = new double[channels];
        for (int c = 0; c < channels; c++) {
            runningMean[c] = Math.abs(values.get("runningMean")[c]) + meanMagnitude[c];
            runningVariance[c] = values.get("runningVariance")[c] + 2 / (inverse[c] * inverse[c]);
        }
        putStatistic("runningMean", runningMean);
        putStatistic("runningVariance", runningVariance);
    }

    private void elements(double[] meanMagnitude, double terms) {
        double[] x = values.get("x");
        double[] normalized = new double[x.length];
        double[] y = new double[x.length];
        double[] g = new double[x.length];
        var parameters = new ParameterSums(setup.activation(), values, setup.x());
        for (int k = 0; k < x.length; k++) {
            int c = channel(k);
            double deviation = Math.abs(x[k] - mean[c]);
            normalized[k] = (2 * deviation + meanMagnitude[c]) * inverse[c];
            double z =
                    Math.abs(values.get("scale")[c]) * normalized[k] + Math.abs(values.get("shift")[c]) + residual(k);
            ResponseScale response = parameters.scaleAt(k);
            y[k] = response.slope() * z + Math.abs(expected.get("y")[k]);
            g[k] = upstream(k) * (response.slope() + response.curvature() * z);
            parameters.add(k, upstream(k), expected.get("y")[k], z);
        }
        put("y", terms, y);
        put("d:residual", terms, g);
        errors.putAll(parameters.errors());
        gradients(normalized, g, terms);
    }

    private void gradients(double[] normalized, double[] g, double terms) {
        double[] dshift = new double[channels];
        double[] dscale = new double[channels];
        for (int k = 0; k < g.length; k++) {
            dshift[channel(k)] += g[k];
            dscale[channel(k)] += g[k] * normalized[k];
        }
        double[] dx = new double[g.length];
        for (int k = 0; k < g.length; k++) {
            int c = channel(k);
            double slope = Math.abs(values.get("scale")[c]) * inverse[c];
            dx[k] = slope * (g[k] + (dshift[c] + normalized[k] * dscale[c]) / count);
        }
        put("d:shift", count, dshift);
        put("d:scale", count, dscale);
        put("d:x", terms, dx);
    }

    private void putStatistic(String name, double[] magnitude) {
        errors.put(name, RoundingError.inFloat32(independentTerms(), magnitude));
    }

    /**
     * Elements of one value round alike wherever they are added to a sum of one magnitude, so n equal ones count as n²
     * independent ones: the largest Σ n² of a channel, its number of elements where all differ. In bf16 many are equal.
     */
    private double independentTerms() {
        double[] x = values.get("x");
        List<Map<Double, Integer>> repeats = new ArrayList<>();
        for (int c = 0; c < channels; c++) {
            repeats.add(new HashMap<>());
        }
        for (int k = 0; k < x.length; k++) {
            repeats.get(channel(k)).merge(x[k], 1, Integer::sum);
        }
        return repeats.stream()
                .mapToDouble(counts ->
                        counts.values().stream().mapToDouble(n -> n * n).sum())
                .max()
                .orElse(0);
    }

    private void put(String name, double terms, double[] magnitude) {
        errors.put(name, RoundingError.elementwise(terms, magnitude));
    }

    private double residual(int k) {
        return setup.residual() == NormCases.Residual.NONE ? 0 : Math.abs(values.get("residual")[k]);
    }

    private double upstream(int k) {
        double sum = 0;
        for (int i = 0; i < setup.upstreams(); i++) {
            sum += Math.abs(values.get("dy" + i)[k]);
        }
        return sum;
    }

    private int channel(int index) {
        return index / plane % channels;
    }
}
