package dev.lamina.backend.cpu.kernel;

/**
 * Adds λ ((1 − ε/std_j)(W_j − mean_j) + mean_j) to the gradient of each row j of weights [rows, n], std_j dividing by n;
 * λ mean_j where std_j = 0.
 */
public final class ShiftedDecay {
    private final double lambda;
    private final double epsilon;
    private final FlatTensor weights;
    private final FlatTensor gradient;
    private final FlatTensor total;
    private final RowMoments moments;

    private ShiftedDecay(
            double lambda, double epsilon, int rows, FlatTensor weights, FlatTensor gradient, FlatTensor total) {
        if (weights.length() != gradient.length() || weights.length() != total.length()) {
            throw new IllegalArgumentException(
                    "weights of different lengths: " + weights + ", " + gradient + ", " + total);
        }
        this.lambda = lambda;
        this.epsilon = epsilon;
        this.weights = weights;
        this.gradient = gradient;
        this.total = total;
        moments = new RowMoments(weights, rows);
    }

    /** total = gradient + what the decay adds, all plain float32. */
    public static Launch launch(
            Team team,
            double lambda,
            double epsilon,
            int rows,
            FlatTensor weights,
            FlatTensor gradient,
            FlatTensor total) {
        Team.Body body = new ShiftedDecay(lambda, epsilon, rows, weights, gradient, total)::share;
        return () -> team.run(body);
    }

    private void share(int member, int size) {
        moments.share(member, size);
        int length = moments.length();
        int end = Team.start(moments.rows(), member + 1, size);
        for (int row = Team.start(moments.rows(), member, size); row < end; row++) {
            double mean = moments.mean(row);
            double deviation = Math.sqrt(moments.squaresAround(mean, row) / length);
            double factor = deviation == 0 ? 0 : lambda * (1 - epsilon / deviation);
            long at = (long) row * length * Float.BYTES;
            for (int i = 0; i < length; i++) {
                double w = Memory.get(weights.address() + at + 4L * i);
                double g = Memory.get(gradient.address() + at + 4L * i);
                Memory.set(total.address() + at + 4L * i, (float) (g + factor * (w - mean) + lambda * mean));
            }
        }
    }
}
