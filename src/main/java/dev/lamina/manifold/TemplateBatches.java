package dev.lamina.manifold;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A template cut into batches, and how their interpolations become one. The points are dealt to the batches class by class,
 * so that each batch has every class in its proportion.
 */
final class TemplateBatches {
    private TemplateBatches() {}

    /** The points of each batch; one batch of all in order if {@code batchSize} is 0 or not below their number. */
    static List<int[]> of(int[] labels, int batchSize) {
        int batches = count(labels.length, batchSize);
        int[] byClass = IntStream.range(0, labels.length)
                .boxed()
                .sorted(Comparator.comparingInt(i -> batches == 1 ? 0 : labels[i]))
                .mapToInt(i -> i)
                .toArray();
        List<int[]> all = new ArrayList<>();
        for (int b = 0; b < batches; b++) {
            int[] points = new int[Math.ceilDiv(labels.length - b, batches)];
            for (int i = 0; i < points.length; i++) {
                points[i] = byClass[b + i * batches];
            }
            all.add(points);
        }
        return all;
    }

    /** The size of the smallest batch. */
    static int smallest(int templates, int batchSize) {
        return templates / count(templates, batchSize);
    }

    private static int count(int templates, int batchSize) {
        return batchSize == 0 ? 1 : Math.ceilDiv(templates, batchSize);
    }

    /**
     * The mean over batches of u/Σu, or of the votes. Iterations and recall are the worst of any batch; a query counts as
     * disconnected as often as in the batch with most of them.
     */
    static Interpolation join(List<Interpolation> batches, TemplateVote vote) {
        Interpolation first = batches.getFirst();
        if (batches.size() == 1) {
            return first;
        }
        double[] scores = new double[first.scores().length];
        int iterations = 0;
        int disconnected = 0;
        double recall = 1;
        for (Interpolation batch : batches) {
            add(batch, vote, scores, 1.0 / batches.size());
            iterations = Math.max(iterations, batch.iterations());
            disconnected = Math.max(disconnected, batch.disconnected());
            recall = Math.min(recall, batch.neighborRecall());
        }
        return new Interpolation(first.queries(), first.classes(), scores, iterations, disconnected, recall);
    }

    private static void add(Interpolation batch, TemplateVote vote, double[] scores, double weight) {
        int classes = batch.classes();
        int[] predictions = batch.predictions();
        for (int q = 0; q < batch.queries(); q++) {
            switch (vote) {
                case MAJORITY -> scores[q * classes + predictions[q]] += weight;
                case SCORES -> {
                    double sum = 0;
                    for (int c = 0; c < classes; c++) {
                        sum += batch.scores()[q * classes + c];
                    }
                    for (int c = 0; c < classes; c++) {
                        scores[q * classes + c] += weight * batch.scores()[q * classes + c] / sum;
                    }
                }
            }
        }
    }
}
