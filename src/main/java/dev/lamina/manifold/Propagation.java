package dev.lamina.manifold;

import java.util.Arrays;

/**
 * Labels spreading over the graph, sweep by sweep: Jacobi's iteration of the system of {@link WeightedNonlocalLaplacian},
 *
 * <pre>
 *   u_x ← (Σ_y S(x,y) u_y + μ Σ_y labelled T(x,y) g_y) / (Σ_y S(x,y) + μ Σ_y T(x,y)),   S = W + Wᵀ,  T(x,y) = w(y,x)
 * </pre>
 *
 * Each new score is a weighted mean of old ones, so that all stay in [0, 1] at every moment, which the iterates of
 * {@link ConjugateGradients} do not; the limit is the same. At first nothing is known of a point: u = 1/K.
 */
public final class Propagation {
    private final NeighborGraph graph;
    private final SparseMatrix weights;
    private final InterpolationSystem system;
    /** Place of each point in the system, the labelled ones first. */
    private final int[] places;

    private final int[] labels;
    private double[] unknown;
    private int sweeps;

    private Propagation(
            NeighborGraph graph, SparseMatrix weights, InterpolationSystem system, int[] places, int[] labels) {
        this.graph = graph;
        this.weights = weights;
        this.system = system;
        this.places = places;
        this.labels = labels;
        this.unknown = new double[system.unknowns * system.classes];
        Arrays.fill(unknown, 1.0 / system.classes);
    }

    /**
     * @param labels of each point in [0, classes), or −1 where it has none; one at least has, one has not
     * @param classes K
     */
    public static Propagation of(Points points, int[] labels, int classes, WnllSettings settings) {
        int[] order = order(labels);
        int[] places = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            places[order[i]] = i;
        }
        int[] known = Arrays.stream(order)
                .map(i -> labels[i])
                .filter(label -> label >= 0)
                .toArray();
        NeighborGraph graph = ExactNeighbors.find(points.select(order), settings.graphNeighbors(), 1, _ -> {});
        SparseMatrix weights = SparseMatrix.weights(graph, settings);
        double extraWeight = settings.extraWeight(points.count(), known.length);
        InterpolationSystem system = InterpolationSystem.of(weights, known, classes, extraWeight);
        return new Propagation(graph, weights, system, places, labels.clone());
    }

    private static int[] order(int[] labels) {
        int[] order = new int[labels.length];
        int size = 0;
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] >= 0) {
                order[size++] = i;
            }
        }
        if (size == 0 || size == labels.length) {
            throw new IllegalArgumentException(size + " of " + labels.length + " points labelled; some must, some not");
        }
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0) {
                order[size++] = i;
            }
        }
        return order;
    }

    /**
     * One sweep over all points that have no label.
     *
     * @return the largest change of a score
     */
    public double sweep() {
        double[] next = system.rightSides.clone();
        double largest = 0;
        for (int x = 0; x < system.unknowns; x++) {
            for (int e = system.coupling.rowStarts()[x]; e < system.coupling.rowStarts()[x + 1]; e++) {
                double weight = system.coupling.values()[e];
                int y = system.coupling.columns()[e];
                for (int c = 0; c < system.classes; c++) {
                    next[x * system.classes + c] += weight * unknown[y * system.classes + c];
                }
            }
            for (int i = x * system.classes; i < (x + 1) * system.classes; i++) {
                next[i] /= system.diagonal[x];
                largest = Math.max(largest, Math.abs(next[i] - unknown[i]));
            }
        }
        unknown = next;
        sweeps++;
        return largest;
    }

    /** How many have been done. */
    public int sweeps() {
        return sweeps;
    }

    /** u of a point and a class. */
    public double score(int point, int label) {
        if (labels[point] >= 0) {
            return labels[point] == label ? 1 : 0;
        }
        int x = places[point] - (labels.length - system.unknowns);
        return unknown[x * system.classes + label];
    }

    /** Receives an edge of the graph. */
    @FunctionalInterface
    public interface Edges {
        /** @param weight w(x,y), y being a neighbor of x */
        void accept(int x, int y, double weight);
    }

    /** Every weight w(x,y), x and y numbered as the points are. */
    public void forEachEdge(Edges edges) {
        int[] points = new int[places.length];
        for (int i = 0; i < places.length; i++) {
            points[places[i]] = i;
        }
        for (int row = 0; row < graph.count(); row++) {
            for (int e = weights.rowStarts()[row]; e < weights.rowStarts()[row + 1]; e++) {
                edges.accept(points[row], points[weights.columns()[e]], weights.values()[e]);
            }
        }
    }
}
