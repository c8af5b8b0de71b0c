package dev.lamina.manifold;

/**
 * Conjugate gradients with a Jacobi preconditioner for all right-hand sides at once: each class has its own step
 * lengths, but the matrix is read once an iteration (Hestenes, Stiefel 1952). A class that has converged stays put.
 */
final class ConjugateGradients {
    private static final int MOST_ITERATIONS = 10_000;

    /** The solution [unknowns, classes] and how it was reached. */
    record Solution(double[] values, int iterations) {}

    private final InterpolationSystem system;
    private final int classes;
    private final double[] solution;
    private final double[] residual;
    private final double[] direction;
    private final double[] image;

    private ConjugateGradients(InterpolationSystem system) {
        this.system = system;
        classes = system.classes;
        solution = new double[system.rightSides.length];
        residual = system.rightSides.clone();
        direction = new double[residual.length];
        image = new double[residual.length];
    }

    /**
     * Solves until every class has ‖b − Au‖ ≤ tolerance·‖b‖.
     *
     * @param iterating run before each iteration; may throw to stop
     * @throws IllegalStateException if that is not reached in 10,000 iterations
     */
    static Solution solve(InterpolationSystem system, double tolerance, Runnable iterating) {
        return new ConjugateGradients(system).solve(tolerance, iterating);
    }

    private Solution solve(double tolerance, Runnable iterating) {
        double[] rightNorms = squaredNorms(residual);
        double[] products = preconditionedProducts();
        precondition(new double[classes]);
        for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
            iterating.run();
            double worst = worstResidual(rightNorms);
            if (worst <= tolerance) {
                return new Solution(solution, iteration);
            }
            multiply();
            step(products);
            double[] next = preconditionedProducts();
            double[] ratios = new double[classes];
            for (int c = 0; c < classes; c++) {
                ratios[c] = products[c] > 0 ? next[c] / products[c] : 0;
            }
            precondition(ratios);
            products = next;
        }
        throw new IllegalStateException("the interpolation did not converge in " + MOST_ITERATIONS
                + " iterations, relative residual " + worstResidual(rightNorms));
    }

    /** image = A direction. */
    private void multiply() {
        SparseMatrix coupling = system.coupling;
        for (int row = 0; row < system.unknowns; row++) {
            int at = row * classes;
            for (int c = 0; c < classes; c++) {
                image[at + c] = system.diagonal[row] * direction[at + c];
            }
            for (int e = coupling.rowStarts()[row]; e < coupling.rowStarts()[row + 1]; e++) {
                int from = coupling.columns()[e] * classes;
                double value = coupling.values()[e];
                for (int c = 0; c < classes; c++) {
                    image[at + c] -= value * direction[from + c];
                }
            }
        }
    }

    /** Moves solution and residual along the direction. */
    private void step(double[] products) {
        double[] curvatures = new double[classes];
        for (int i = 0; i < image.length; i++) {
            curvatures[i % classes] += direction[i] * image[i];
        }
        double[] lengths = new double[classes];
        for (int c = 0; c < classes; c++) {
            lengths[c] = curvatures[c] > 0 ? products[c] / curvatures[c] : 0;
        }
        for (int i = 0; i < image.length; i++) {
            solution[i] += lengths[i % classes] * direction[i];
            residual[i] -= lengths[i % classes] * image[i];
        }
    }

    /** Per class Σ r²/diagonal. */
    private double[] preconditionedProducts() {
        double[] products = new double[classes];
        for (int i = 0; i < residual.length; i++) {
            products[i % classes] += residual[i] * residual[i] / system.diagonal[i / classes];
        }
        return products;
    }

    /** direction = residual/diagonal + ratio·direction. */
    private void precondition(double[] ratios) {
        for (int i = 0; i < residual.length; i++) {
            direction[i] = residual[i] / system.diagonal[i / classes] + ratios[i % classes] * direction[i];
        }
    }

    private double worstResidual(double[] rightNorms) {
        double[] norms = squaredNorms(residual);
        double worst = 0;
        for (int c = 0; c < classes; c++) {
            if (rightNorms[c] > 0) {
                worst = Math.max(worst, Math.sqrt(norms[c] / rightNorms[c]));
            }
        }
        return worst;
    }

    private double[] squaredNorms(double[] vectors) {
        double[] norms = new double[classes];
        for (int i = 0; i < vectors.length; i++) {
            norms[i % classes] += vectors[i] * vectors[i];
        }
        return norms;
    }
}
