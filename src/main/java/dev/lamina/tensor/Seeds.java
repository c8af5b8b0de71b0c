package dev.lamina.tensor;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Independent random streams derived from one run seed, so that a run can be repeated and resumed at any epoch.
 * A stream is named by its purpose ("weights", "shuffle", …) and numbers such as the epoch and the example.
 */
public record Seeds(long runSeed) {
    /** A fresh generator (L64X128MixRandom) for a purpose; the same arguments give the same numbers on every machine. */
    public RandomGenerator stream(String purpose, long... indices) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed(purpose, indices));
    }

    /** The 64-bit seed behind {@link #stream}. */
    public long seed(String purpose, long... indices) {
        long hash = mix(runSeed);
        for (int i = 0; i < purpose.length(); i++) {
            hash = mix(hash ^ purpose.charAt(i));
        }
        for (long index : indices) {
            hash = mix(hash ^ index);
        }
        return hash;
    }

    /** The finalizer of SplitMix64 (Steele, Lea, Flood 2014) after adding its increment. */
    private static long mix(long z) {
        long sum = z + 0x9E3779B97F4A7C15L;
        sum = (sum ^ (sum >>> 30)) * 0xBF58476D1CE4E5B9L;
        sum = (sum ^ (sum >>> 27)) * 0x94D049BB133111EBL;
        return sum ^ (sum >>> 31);
    }
}
