package dev.lamina.manifold;

import dev.lamina.tensor.Seeds;
import java.util.random.RandomGenerator;

/** Two interleaved half circles with noise, the classes in turn. */
final class TwoMoons {
    private TwoMoons() {}

    static Points points(int count, double noise, long seed) {
        RandomGenerator random = new Seeds(seed).stream("two moons");
        float[] x = new float[2 * count];
        for (int i = 0; i < count; i++) {
            double angle = Math.PI * random.nextDouble();
            double side = i % 2 == 0 ? 1 : -1;
            x[2 * i] = (float) (side * Math.cos(angle) + (i % 2) + noise * random.nextGaussian());
            x[2 * i + 1] = (float) (side * Math.sin(angle) + (i % 2) * 0.5 + noise * random.nextGaussian());
        }
        return new Points(count, 2, x);
    }

    /** Of the first points; −1 for the others. */
    static int[] labels(int count, int labelled) {
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = i < labelled ? i % 2 : -1;
        }
        return labels;
    }
}
