package dev.lamina.train;

/**
 * SplitMix64 (Steele, Lea, Flood 2014) over whole arrays, two elements from each of its numbers: masks are as large as
 * feature maps, and a generator behind an interface costs several times as much.
 */
final class MaskStream {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;
    private static final double TWO_TO_32 = 0x1p32;
    private static final long LOW = 0xFFFFFFFFL;

    private long state;

    MaskStream(long key) {
        state = key;
    }

    /** 0 with the probability, 1/(1 − probability) otherwise; without branches, which would be guessed wrong half the time. */
    void drop(float[] values, double probability) {
        long threshold = Math.round(probability * TWO_TO_32);
        int kept = Float.floatToRawIntBits((float) (1 / (1 - probability)));
        for (int i = 0; i < values.length; i += 2) {
            long bits = next();
            values[i] = keptUnlessBelow(bits >>> 32, threshold, kept);
            if (i + 1 < values.length) {
                values[i + 1] = keptUnlessBelow(bits & LOW, threshold, kept);
            }
        }
    }

    /** The sign of the difference, spread over the word, clears the bits of the number. */
    private static float keptUnlessBelow(long value, long threshold, int kept) {
        return Float.intBitsToFloat(kept & ~(int) ((value - threshold) >> 63));
    }

    /** Uniform between the two. */
    void uniform(float[] values, double lower, double upper) {
        float least = (float) lower;
        float scale = (float) ((upper - lower) * 0x1p-24);
        for (int i = 0; i < values.length; i += 2) {
            long bits = next();
            values[i] = least + scale * (int) (bits >>> 40);
            if (i + 1 < values.length) {
                values[i + 1] = least + scale * (int) (bits & 0xFFFFFF);
            }
        }
    }

    /** Uniform in (0, 1]. */
    double nextUniform() {
        return ((next() >>> 11) + 1) * 0x1p-53;
    }

    private long next() {
        state += GAMMA;
        long first = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        long second = (first ^ (first >>> 27)) * 0x94D049BB133111EBL;
        return second ^ (second >>> 31);
    }
}
