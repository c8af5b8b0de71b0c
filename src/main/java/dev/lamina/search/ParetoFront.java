package dev.lamina.search;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The points that no other point beats in both of two quantities. */
public final class ParetoFront {
    private ParetoFront() {}

    /**
     * Which points are on it; those with a NaN are not.
     *
     * @param x smaller is better
     * @param y smaller is better, as many
     */
    public static BitSet of(double[] x, double[] y) {
        List<Integer> order = IntStream.range(0, x.length)
                .filter(i -> !Double.isNaN(x[i]) && !Double.isNaN(y[i]))
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> x[i]).thenComparingDouble(i -> y[i]))
                .toList();
        BitSet front = new BitSet(x.length);
        double best = Double.POSITIVE_INFINITY;
        int last = -1;
        for (int i : order) {
            boolean twin = last >= 0 && x[i] == x[last] && y[i] == y[last];
            if (y[i] < best || twin) {
                front.set(i);
                best = y[i];
                last = i;
            }
        }
        return front;
    }
}
