package dev.lamina.data;

import java.util.random.RandomGenerator;

/**
 * SplitMix64 (Steele, Lea, Flood 2014) that can be set to a key without allocating, for one short stream per example.
 */
final class ExampleRandom implements RandomGenerator {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;
    private long state;

    /** Starts the stream of an example; neighbouring examples get unrelated streams. */
    void start(long key, int example) {
        state = mix(key ^ mix(example + GAMMA));
    }

    @Override
    public long nextLong() {
        state += GAMMA;
        return mix(state);
    }

    private static long mix(long z) {
        long first = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long second = (first ^ (first >>> 27)) * 0x94D049BB133111EBL;
        return second ^ (second >>> 31);
    }
}
