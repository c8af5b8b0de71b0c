package dev.lamina.manifold;

import java.util.Arrays;
import java.util.function.DoubleConsumer;

/**
 * Labels from a template to queries by the graph p-Laplacian, one class against the others, the class with the largest u
 * deciding:
 *
 * <pre>
 *   u = argmin Σ_{x,y} w(x, y) |u(x) − u(y)|^p,   u = 1 on the template's points of the class, 0 on its others
 *   Newton: L(w (d² + ε²)^{(p−2)/2}) u* = b,      u ← u + t (u* − u),  t = 1/(p − 1), halved while the sum would grow
 * </pre>
 *
 * where d = u(x) − u(y), ε = 10⁻³ and L, b are the plain Laplacian's of those weights. p = 2 is the plain graph Laplacian,
 * where it begins; of p below 2, t is 1 (iteratively reweighted least squares). Weights as in WNLL, all queries at once.
 * Source: Zhou, Schölkopf 2005; Newton's form: Flores, Calder, Lerman 2022, "Analysis and algorithms for ℓp-based
 * semi-supervised learning on graphs", which Wang et al. 2018 compare WNLL with in kind.
 */
public final class PLaplacian {
    private static final double SOFTENING = 1e-3;
    private static final double CHANGE = 1e-4;
    private static final int MOST_STEPS = 50;
    private static final double SHORTEST = 1e-3;

    private final SparseMatrix weights;
    private final double exponent;
    private final double tolerance;
    private final Runnable iterating;

    private PLaplacian(SparseMatrix weights, double exponent, double tolerance, Runnable iterating) {
        this.weights = weights;
        this.exponent = exponent;
        this.tolerance = tolerance;
        this.iterating = iterating;
    }

    /**
     * The class of each query.
     *
     * @param settings neighbors, kernel and tolerance
     * @param exponent p above 1
     * @param progress as in {@link ExactNeighbors#find}
     */
    public static int[] classify(
            Points template,
            int[] labels,
            Points queries,
            int classes,
            WnllSettings settings,
            double exponent,
            int threads,
            DoubleConsumer progress) {
        NeighborGraph graph =
                ExactNeighbors.find(template.followedBy(queries), settings.graphNeighbors(), threads, progress);
        SparseMatrix weights = SparseMatrix.weights(graph, settings);
        var laplacian = new PLaplacian(weights, exponent, settings.tolerance(), () -> progress.accept(1));
        double[][] scores = new double[classes][];
        for (int k = 0; k < classes; k++) {
            scores[k] = laplacian.scores(labels, k);
        }
        int[] predictions = new int[queries.count()];
        for (int q = 0; q < predictions.length; q++) {
            for (int k = 1; k < classes; k++) {
                if (scores[k][q] > scores[predictions[q]][q]) {
                    predictions[q] = k;
                }
            }
        }
        return predictions;
    }

    static double[] scores(SparseMatrix weights, int[] labels, int ofClass, double exponent, double tolerance) {
        return new PLaplacian(weights, exponent, tolerance, () -> {}).scores(labels, ofClass);
    }

    /** u of the queries for one class. */
    private double[] scores(int[] labels, int ofClass) {
        int[] isOther =
                Arrays.stream(labels).map(label -> label == ofClass ? 0 : 1).toArray();
        double[] u = new double[weights.rows()];
        for (int i = 0; i < labels.length; i++) {
            u[i] = 1 - isOther[i];
        }
        put(solution(weights, isOther), u, labels.length, 1);
        double step = exponent > 2 ? 1 / (exponent - 1) : 1;
        for (int i = 0; exponent != 2 && i < MOST_STEPS; i++) {
            double[] next = solution(reweighted(u), isOther);
            if (moved(next, u, labels.length, step) < CHANGE) {
                break;
            }
        }
        return Arrays.copyOfRange(u, labels.length, u.length);
    }

    /** The plain Laplacian's of these weights. */
    private double[] solution(SparseMatrix of, int[] isOther) {
        InterpolationSystem system = InterpolationSystem.of(of, isOther, 2, 0);
        double[] both = ConjugateGradients.solve(system, tolerance, iterating).values();
        double[] u = new double[system.unknowns];
        Arrays.setAll(u, x -> both[2 * x]);
        return u;
    }

    private SparseMatrix reweighted(double[] u) {
        double[] values = new double[weights.values().length];
        for (int row = 0; row < weights.rows(); row++) {
            for (int e = weights.rowStarts()[row]; e < weights.rowStarts()[row + 1]; e++) {
                double d = u[row] - u[weights.columns()[e]];
                values[e] = weights.values()[e] * Math.pow(d * d + SOFTENING * SOFTENING, exponent / 2 - 1);
            }
        }
        return new SparseMatrix(weights.rows(), weights.rowStarts(), weights.columns(), values);
    }

    /** Goes as far towards the solution as the sum falls; the largest change of a score. */
    private double moved(double[] target, double[] u, int templates, double longest) {
        double before = energy(u);
        for (double step = longest; step > SHORTEST; step /= 2) {
            double[] next = u.clone();
            double change = put(target, next, templates, step);
            if (energy(next) <= before) {
                System.arraycopy(next, 0, u, 0, u.length);
                return change;
            }
        }
        return 0;
    }

    private static double put(double[] target, double[] u, int templates, double step) {
        double largest = 0;
        for (int x = 0; x < target.length; x++) {
            double change = step * (target[x] - u[templates + x]);
            u[templates + x] += change;
            largest = Math.max(largest, Math.abs(change));
        }
        return largest;
    }

    /** Σ w (d² + ε²)^{p/2}, which the steps make smaller. */
    private double energy(double[] u) {
        double sum = 0;
        for (int row = 0; row < weights.rows(); row++) {
            for (int e = weights.rowStarts()[row]; e < weights.rowStarts()[row + 1]; e++) {
                double d = u[row] - u[weights.columns()[e]];
                sum += weights.values()[e] * Math.pow(d * d + SOFTENING * SOFTENING, exponent / 2);
            }
        }
        return sum;
    }
}
