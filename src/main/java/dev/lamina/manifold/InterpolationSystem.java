package dev.lamina.manifold;

import java.util.Arrays;

/**
 * The linear system of the interpolation (METHODS section 1.1). With the labelled points numbered first, S = W + Wᵀ and
 * T = the part of W from unlabelled columns to labelled rows, T[x, y] = w(y, x):
 *
 * <pre>
 *   A u = b,   A = diag(rowsum S[U, ·] + μ rowsum T) − S[U, U],   b = (S[U, te] + μ T) g
 * </pre>
 *
 * A is symmetric and, where every component of the graph has a labelled point, positive definite. Points of components
 * without one get the class prior instead: their rows are set to the identity.
 */
final class InterpolationSystem {
    final int unknowns;
    final int classes;
    /** Diagonal of A. */
    final double[] diagonal;
    /** Off-diagonal part S[U, U], rows and columns counted among the unknowns. */
    final SparseMatrix coupling;
    /** b, [unknowns, classes]. */
    final double[] rightSides;
    /** How many unknowns are in components without a labelled point. */
    final int disconnected;

    private InterpolationSystem(
            int classes, double[] diagonal, SparseMatrix coupling, double[] rightSides, int disconnected) {
        this.unknowns = diagonal.length;
        this.classes = classes;
        this.diagonal = diagonal;
        this.coupling = coupling;
        this.rightSides = rightSides;
        this.disconnected = disconnected;
    }

    /**
     * @param weights W over all points, the labelled ones first
     * @param labels of the labelled points
     * @param extraWeight μ
     */
    static InterpolationSystem of(SparseMatrix weights, int[] labels, int classes, double extraWeight) {
        SparseMatrix transposed = weights.transposed();
        boolean[] connected = Components.withLabels(weights, labels.length);
        int templates = labels.length;
        int unknowns = weights.rows() - templates;
        var rows = new Rows(unknowns, weights, transposed, templates);
        double[] prior = prior(labels, classes);
        double[] diagonal = new double[unknowns];
        double[] rightSides = new double[unknowns * classes];
        int disconnected = 0;
        for (int x = 0; x < unknowns; x++) {
            if (!connected[templates + x]) {
                diagonal[x] = 1;
                System.arraycopy(prior, 0, rightSides, x * classes, classes);
                disconnected++;
                rows.endRow();
                continue;
            }
            diagonal[x] += addEdges(weights, x, templates, 1, labels, rightSides, classes);
            diagonal[x] += addEdges(transposed, x, templates, 1 + extraWeight, labels, rightSides, classes);
            rows.append(x);
            rows.endRow();
        }
        return new InterpolationSystem(classes, diagonal, rows.matrix(), rightSides, disconnected);
    }

    /** Adds row x's edges: labelled ends, weighted by {@code toLabelled}, to the right side; returns the row's sum. */
    private static double addEdges(
            SparseMatrix matrix,
            int x,
            int templates,
            double toLabelled,
            int[] labels,
            double[] rightSides,
            int classes) {
        double sum = 0;
        int row = templates + x;
        for (int e = matrix.rowStarts()[row]; e < matrix.rowStarts()[row + 1]; e++) {
            int y = matrix.columns()[e];
            boolean labelled = y < templates;
            double weight = matrix.values()[e] * (labelled ? toLabelled : 1);
            sum += weight;
            if (labelled) {
                rightSides[x * classes + labels[y]] += weight;
            }
        }
        return sum;
    }

    private static double[] prior(int[] labels, int classes) {
        double[] prior = new double[classes];
        for (int label : labels) {
            prior[label] += 1.0 / labels.length;
        }
        return prior;
    }

    /** Builds S[U, U] row by row from the unlabelled columns of W and Wᵀ. */
    private static final class Rows {
        private final SparseMatrix weights;
        private final SparseMatrix transposed;
        private final int templates;
        private final int[] starts;
        private int[] columns;
        private double[] values;
        private int row;
        private int size;

        Rows(int unknowns, SparseMatrix weights, SparseMatrix transposed, int templates) {
            this.weights = weights;
            this.transposed = transposed;
            this.templates = templates;
            starts = new int[unknowns + 1];
            columns = new int[Math.max(16, unknowns * 8)];
            values = new double[columns.length];
        }

        void append(int x) {
            append(weights, templates + x);
            append(transposed, templates + x);
        }

        private void append(SparseMatrix matrix, int from) {
            for (int e = matrix.rowStarts()[from]; e < matrix.rowStarts()[from + 1]; e++) {
                if (matrix.columns()[e] >= templates) {
                    if (size == columns.length) {
                        columns = Arrays.copyOf(columns, 2 * size);
                        values = Arrays.copyOf(values, 2 * size);
                    }
                    columns[size] = matrix.columns()[e] - templates;
                    values[size++] = matrix.values()[e];
                }
            }
        }

        void endRow() {
            starts[++row] = size;
        }

        /** Two entries may share row and column, one of W and one of Wᵀ; they add up. */
        SparseMatrix matrix() {
            return new SparseMatrix(
                    starts.length - 1, starts, Arrays.copyOf(columns, size), Arrays.copyOf(values, size));
        }
    }
}
