package dev.lamina.figure.render;

/** Chooses which points of a curve carry a marker: all of a short one, evenly spread ones of a long one. */
final class MarkerPlaces {
    private static final int MARKERS = 8;
    private static final int FEW_POINTS = 12;

    private MarkerPlaces() {}

    /**
     * Points that carry a marker. Curves of one panel begin at different points, so that their markers do not cover
     * each other where the curves run together. A point between two gaps always has one, or it would be invisible.
     *
     * @param y NaN for gaps
     */
    static boolean[] of(double[] y, int curve, int curves) {
        int every = y.length <= FEW_POINTS ? 1 : Math.ceilDiv(y.length, MARKERS);
        int first = every * curve / Math.max(1, curves);
        boolean[] marked = new boolean[y.length];
        for (int i = 0; i < y.length; i++) {
            boolean alone = (i == 0 || Double.isNaN(y[i - 1])) && (i == y.length - 1 || Double.isNaN(y[i + 1]));
            marked[i] = !Double.isNaN(y[i]) && (alone || i % every == first);
        }
        return marked;
    }
}
