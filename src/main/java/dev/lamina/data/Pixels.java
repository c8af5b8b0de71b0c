package dev.lamina.data;

import java.security.MessageDigest;

/**
 * The values of a data set's examples, one array [C·H·W] for each, so that subsets share them.
 * A unit value is what normalisation starts from: raw · unitScale.
 */
sealed interface Pixels permits BytePixels, FloatPixels {
    int size();

    int length(int example);

    /** The factor from a raw value to a unit value: 1/255 for bytes, 1 for floats. */
    double unitScale();

    /** The chosen examples in the given order; the arrays are shared. */
    Pixels select(int[] examples);

    /**
     * target[offset + i] = raw[i] · scale + shift for i in [from, to).
     */
    void copyScaled(int example, int from, int to, float scale, float shift, float[] target, int offset);

    /** Sum and sum of squares of the unit values in [from, to), added to sums[0] and sums[1]. */
    void addMoments(int example, int from, int to, double[] sums);

    void updateDigest(int example, MessageDigest digest);
}
