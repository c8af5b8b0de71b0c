package dev.lamina.probe;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a network takes an image for.
 *
 * @param scores [K], one of each class, the largest decides, of equal ones the first; see {@link Predictor.Score}
 */
public record Prediction(double[] scores) {
    /** The class that is decided for. */
    public int best() {
        return ranked().getFirst();
    }

    /** All classes, the likeliest first. */
    public List<Integer> ranked() {
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer k) -> -scores[k]))
                .toList();
    }
}
