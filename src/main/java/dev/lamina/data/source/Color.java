package dev.lamina.data.source;

import java.util.random.RandomGenerator;

/** Red, green and blue from 0 to 1. */
record Color(double red, double green, double blue) {
    /** Any hue, with saturation and value drawn from the given ranges. */
    static Color random(RandomGenerator random, double leastValue, double mostValue) {
        double hue = 6 * random.nextDouble();
        double saturation = random.nextDouble(0.15, 0.95);
        double value = random.nextDouble(leastValue, mostValue);
        return new Color(
                channel(hue, 5, saturation, value),
                channel(hue, 3, saturation, value),
                channel(hue, 1, saturation, value));
    }

    /** HSV to RGB: value · (1 − saturation · clamp(min(k, 4 − k), 0, 1)), k = (shift + hue) mod 6, hue from 0 to 6. */
    private static double channel(double hue, int shift, double saturation, double value) {
        double k = (shift + hue) % 6;
        return value * (1 - saturation * Math.clamp(Math.min(k, 4 - k), 0, 1));
    }

    /** The Euclidean distance, from 0 to √3. */
    double distance(Color other) {
        double r = red - other.red;
        double g = green - other.green;
        double b = blue - other.blue;
        return Math.sqrt(r * r + g * g + b * b);
    }

    /** This color at 0, the other at 1. */
    Color mix(Color other, double share) {
        return new Color(
                red + share * (other.red - red),
                green + share * (other.green - green),
                blue + share * (other.blue - blue));
    }
}
