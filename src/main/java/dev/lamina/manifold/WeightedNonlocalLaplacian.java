package dev.lamina.manifold;

/**
 * Interpolates labels from a template (labelled points) to queries on the manifold that both lie on:
 *
 * <pre>
 *   Σ_y (w(x,y) + w(y,x)) (u(x) − u(y)) + μ Σ_{y labelled} w(y,x) (u(x) − u(y)) = 0   for every query x,  u = one-hot label
 *   on the template
 * </pre>
 *
 * Source: Wang et al. 2018, WNLL; METHODS section 1.1, for both of its kernels.
 */
public final class WeightedNonlocalLaplacian {
    private WeightedNonlocalLaplacian() {}

    /**
     * @param graph nearest neighbors over template and queries together, the template first, with
     *     {@link WnllSettings#graphNeighbors()} neighbors
     * @param labels of the template, in [0, classes)
     */
    static Interpolation interpolate(NeighborGraph graph, int[] labels, int classes, WnllSettings settings) {
        return interpolate(graph, labels, classes, settings, () -> {});
    }

    /** @param iterating run before each iteration of the solver; may throw to stop */
    static Interpolation interpolate(
            NeighborGraph graph, int[] labels, int classes, WnllSettings settings, Runnable iterating) {
        check(graph, labels, classes, settings);
        SparseMatrix weights = SparseMatrix.weights(graph, settings);
        double extraWeight = settings.extraWeight(graph.count(), labels.length);
        InterpolationSystem system = InterpolationSystem.of(weights, labels, classes, extraWeight);
        ConjugateGradients.Solution solution = ConjugateGradients.solve(system, settings.tolerance(), iterating);
        return new Interpolation(
                system.unknowns, classes, solution.values(), solution.iterations(), system.disconnected, 1);
    }

    /** N (1 + 1/2 + … + 1/N): examples drawn uniformly until each of N classes has been seen, on average. */
    public static double expectedTemplateSize(int classes) {
        double sum = 0;
        for (int i = 1; i <= classes; i++) {
            sum += 1.0 / i;
        }
        return classes * sum;
    }

    private static void check(NeighborGraph graph, int[] labels, int classes, WnllSettings settings) {
        if (labels.length < 1 || labels.length >= graph.count()) {
            throw new IllegalArgumentException(
                    labels.length + " labelled of " + graph.count() + " points; some must be labelled, some not");
        }
        if (graph.k() != settings.graphNeighbors()) {
            throw new IllegalArgumentException(
                    "the graph has " + graph.k() + " neighbors, the settings want " + settings.graphNeighbors());
        }
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0 || labels[i] >= classes) {
                throw new IllegalArgumentException(
                        "template point " + i + " has label " + labels[i] + ", outside 0 to " + (classes - 1));
            }
        }
    }
}
