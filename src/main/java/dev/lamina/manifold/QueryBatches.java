package dev.lamina.manifold;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Queries cut into batches that are asked one after the other, and how their scores become one list again. */
final class QueryBatches {
    private QueryBatches() {}

    /** Consecutive queries; one batch of all if {@code batchSize} is 0 or not below their number. */
    static List<Points> of(Points queries, int batchSize) {
        if (batchSize == 0 || batchSize >= queries.count()) {
            return List.of(queries);
        }
        List<Points> batches = new ArrayList<>();
        for (int first = 0; first < queries.count(); first += batchSize) {
            int end = Math.min(first + batchSize, queries.count());
            batches.add(queries.select(IntStream.range(first, end).toArray()));
        }
        return batches;
    }

    /** One behind the other. Iterations and recall are the worst of any batch; disconnected queries add up. */
    static Interpolation join(List<Interpolation> batches) {
        Interpolation first = batches.getFirst();
        if (batches.size() == 1) {
            return first;
        }
        double[] scores = batches.stream()
                .flatMapToDouble(batch -> Arrays.stream(batch.scores()))
                .toArray();
        return new Interpolation(
                batches.stream().mapToInt(Interpolation::queries).sum(),
                first.classes(),
                scores,
                batches.stream().mapToInt(Interpolation::iterations).max().orElseThrow(),
                batches.stream().mapToInt(Interpolation::disconnected).sum(),
                batches.stream()
                        .mapToDouble(Interpolation::neighborRecall)
                        .min()
                        .orElseThrow());
    }
}
