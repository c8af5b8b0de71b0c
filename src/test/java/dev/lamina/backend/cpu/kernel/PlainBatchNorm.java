package dev.lamina.backend.cpu.kernel;

/** A batch norm with activation and residual in plain double loops, the judge of the kernels. */
final class PlainBatchNorm {
    final BlockedShape shape;
    final double epsilon;
    final double[] gamma;
    final double[] beta;
    final PlainActivation activation;
    final double[] mean;
    final double[] variance;
    double[] z = {};
    double[] gradient = {};
    double[] dx = {};
    final double[] dGamma;
    final double[] dBeta;
    final double[][] dParameters;

    PlainBatchNorm(BlockedShape shape, double epsilon, double[] gamma, double[] beta, PlainActivation activation) {
        this.shape = shape;
        this.epsilon = epsilon;
        this.gamma = gamma;
        this.beta = beta;
        this.activation = activation;
        mean = new double[shape.channels()];
        variance = new double[shape.channels()];
        dGamma = new double[shape.channels()];
        dBeta = new double[shape.channels()];
        dParameters = new double[activation.trained()][shape.channels()];
    }

    private int channel(int i) {
        return i / shape.pixels() % shape.channels();
    }

    double count() {
        return (double) shape.batch() * shape.pixels();
    }

    void statistics(double[] x) {
        for (int i = 0; i < x.length; i++) {
            mean[channel(i)] += x[i] / count();
        }
        for (int i = 0; i < x.length; i++) {
            double d = x[i] - mean[channel(i)];
            variance[channel(i)] += d * d / count();
        }
    }

    double inverse(int c) {
        return 1 / Math.sqrt(variance[c] + epsilon);
    }

    double[] forward(double[] x, double[] residual) {
        z = new double[x.length];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            int c = channel(i);
            z[i] = gamma[c] * (x[i] - mean[c]) * inverse(c) + beta[c] + (residual == null ? 0 : residual[i]);
            y[i] = activation.value(z[i], c);
        }
        return y;
    }

    /** After {@link #forward}; with fixed statistics only the direct path to x counts. */
    void backward(double[] x, double[] dy, double[] secondDy, double[] addend, double statisticsWeight) {
        gradient = new double[x.length];
        dx = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            int c = channel(i);
            double d = dy[i] + (secondDy == null ? 0 : secondDy[i]);
            gradient[i] = d * activation.derivative(z[i], c);
            dBeta[c] += gradient[i];
            dGamma[c] += gradient[i] * (x[i] - mean[c]) * inverse(c);
            for (int p = 0; p < dParameters.length; p++) {
                dParameters[p][c] += d * activation.parameterDerivative(p, z[i], c);
            }
        }
        for (int i = 0; i < x.length; i++) {
            int c = channel(i);
            double normalized = (x[i] - mean[c]) * inverse(c);
            double carried = statisticsWeight * (dBeta[c] + normalized * dGamma[c]) / count();
            dx[i] = gamma[c] * inverse(c) * (gradient[i] - carried) + (addend == null ? 0 : addend[i]);
        }
    }

    /** dx over γ/σ where that is above 1: it multiplies what the residual's gradient, from which dx is made, lost when it was kept. */
    double[] perSlope(double[] dx) {
        double[] result = new double[dx.length];
        for (int i = 0; i < dx.length; i++) {
            int c = channel(i);
            result[i] = dx[i] / Math.max(1, Math.abs(gamma[c]) * inverse(c));
        }
        return result;
    }

    double[] parameterGradient(int number) {
        if (!activation.isShared(number)) {
            return dParameters[number];
        }
        double total = 0;
        for (double value : dParameters[number]) {
            total += value;
        }
        return new double[] {total};
    }
}
