package dev.lamina.manifold;

import java.util.function.DoubleConsumer;

/** Classification by the majority of the k nearest labelled points; of equal counts the class of the nearer one. */
public final class NeighborVote {
    private NeighborVote() {}

    /** The class of each query; threads and progress as in {@link ExactNeighbors#find}. */
    public static int[] classify(
            Points template, int[] labels, Points queries, int classes, int k, int threads, DoubleConsumer progress) {
        NeighborGraph graph =
                ExactNeighbors.amongFirst(template.followedBy(queries), template.count(), k, threads, progress);
        int[] predictions = new int[queries.count()];
        for (int q = 0; q < predictions.length; q++) {
            int[] votes = new int[classes];
            for (int j = 0; j < k; j++) {
                votes[labels[graph.neighbors()[q * k + j]]]++;
            }
            int best = labels[graph.neighbors()[q * k]];
            for (int j = 1; j < k; j++) {
                int label = labels[graph.neighbors()[q * k + j]];
                best = votes[label] > votes[best] ? label : best;
            }
            predictions[q] = best;
        }
        return predictions;
    }
}
