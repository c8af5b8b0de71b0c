package dev.lamina.data;

/**
 * Where an image goes, as three numbers: rows down, columns to the right, and then mirrored (1) or not (0).
 *   placed[i, j] = image[i − down, k − right],   k = width − 1 − j if mirrored, else j;   black where that lies outside
 * A shift behind a reflection is one before it to the other side. Of several shifts only the sum is kept, although pixels
 * that the first pushed out of the image do not come back: callers place by one shift at most.
 * Reused from image to image, one thread.
 */
final class Placement implements Placeable {
    /** How many numbers it has. */
    static final int NUMBERS = 3;

    private int down;
    private int right;
    private boolean mirrored;

    /** Back to where the image is. */
    void reset() {
        down = 0;
        right = 0;
        mirrored = false;
    }

    @Override
    public void shift(int moreDown, int moreRight) {
        down += moreDown;
        right += mirrored ? -moreRight : moreRight;
    }

    @Override
    public void mirror() {
        mirrored = !mirrored;
    }

    void writeTo(float[] target, int offset) {
        target[offset] = down;
        target[offset + 1] = right;
        target[offset + 2] = mirrored ? 1 : 0;
    }
}
