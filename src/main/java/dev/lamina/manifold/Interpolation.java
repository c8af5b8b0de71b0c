package dev.lamina.manifold;

/**
 * Scores of the queries: u [queries, classes], each row summing to 1 and within [0, 1] up to the solver's tolerance.
 *
 * @param iterations of conjugate gradients
 * @param disconnected queries in components without a labelled point; they got the class prior
 * @param neighborRecall fraction of the nearest neighbors that the search found, on a sample; 1 where it was exact
 */
public record Interpolation(
        int queries, int classes, double[] scores, int iterations, int disconnected, double neighborRecall) {
    /** The class with the largest score for each query, of equal ones the first. */
    public int[] predictions() {
        int[] predictions = new int[queries];
        for (int q = 0; q < queries; q++) {
            int best = 0;
            for (int c = 1; c < classes; c++) {
                if (scores[q * classes + c] > scores[q * classes + best]) {
                    best = c;
                }
            }
            predictions[q] = best;
        }
        return predictions;
    }

    Interpolation withNeighborRecall(double recall) {
        return new Interpolation(queries, classes, scores, iterations, disconnected, recall);
    }

    /** How many predictions are the labels. */
    public int correct(int[] labels) {
        int[] predictions = predictions();
        int correct = 0;
        for (int q = 0; q < queries; q++) {
            correct += predictions[q] == labels[q] ? 1 : 0;
        }
        return correct;
    }
}
