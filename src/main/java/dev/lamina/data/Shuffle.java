package dev.lamina.data;

import java.util.random.RandomGenerator;

/** Fisher–Yates: every order is equally likely. */
public final class Shuffle {
    private Shuffle() {}

    public static void inPlace(int[] values, RandomGenerator random) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int value = values[i];
            values[i] = values[j];
            values[j] = value;
        }
    }
}
