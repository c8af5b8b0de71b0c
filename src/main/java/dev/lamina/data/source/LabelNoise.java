package dev.lamina.data.source;

import dev.lamina.tensor.Seeds;
import java.util.random.RandomGenerator;

/** Wrong labels, for seeing what a network makes of them: each label independently becomes one of the others. */
final class LabelNoise {
    private LabelNoise() {}

    /**
     * The labels, a share of them replaced by another class, each of the others equally likely.
     *
     * @param share from 0 to 1, expected
     * @param classes at least 2 unless the share is 0
     */
    static int[] on(int[] labels, int classes, double share, long seed) {
        Seeds seeds = new Seeds(seed);
        int[] noisy = labels.clone();
        for (int i = 0; i < noisy.length && share > 0; i++) {
            RandomGenerator random = seeds.stream("label noise", i);
            if (random.nextDouble() < share) {
                noisy[i] = (noisy[i] + 1 + random.nextInt(classes - 1)) % classes;
            }
        }
        return noisy;
    }
}
