package dev.lamina.search;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.special.Erf;

/**
 * A mixture, in equal parts, of normal distributions cut off at the ends of [0, 1): one at each point, and the prior at 1/2
 * of width 1. A point's width is the larger distance to its neighbors, between 1/min(100, n + 1) and 1. Of whole numbers
 * a place has the probability of its number's interval.
 */
final class KernelDensity implements Density {
    private static final double ROOT_TWO = Math.sqrt(2);
    private static final double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);
    private static final double FINEST = 100;

    private final double[] centers;
    private final double[] widths;
    /** One over width and the mass inside the ends, which depend on the component alone. */
    private final double[] heights;
    /** How many whole numbers there are, 0 for a continuum. */
    private final int numbers;

    private KernelDensity(double[] centers, double[] widths, int numbers) {
        this.centers = centers;
        this.widths = widths;
        this.numbers = numbers;
        heights = new double[centers.length];
        for (int i = 0; i < heights.length; i++) {
            double inside = mass(i, 0, 1);
            heights[i] = numbers > 0 ? 1 / inside : 1 / (ROOT_TWO_PI * widths[i] * inside);
        }
    }

    static KernelDensity of(double[] units, int numbers) {
        double[] centers = Arrays.copyOf(units, units.length + 1);
        centers[units.length] = 0.5;
        Arrays.sort(centers);
        double least = 1 / Math.min(FINEST, units.length + 1.0);
        double[] widths = new double[centers.length];
        int prior = Arrays.binarySearch(centers, 0.5);
        for (int i = 0; i < widths.length; i++) {
            double before = i == 0 ? 0 : centers[i] - centers[i - 1];
            double after = i == widths.length - 1 ? 0 : centers[i + 1] - centers[i];
            widths[i] = i == prior ? 1 : Math.clamp(Math.max(before, after), least, 1);
        }
        return new KernelDensity(centers, widths, numbers);
    }

    private double mass(int i, double from, double to) {
        double scale = widths[i] * ROOT_TWO;
        return 0.5 * Erf.erf((from - centers[i]) / scale, (to - centers[i]) / scale);
    }

    @Override
    public double at(double unit) {
        double sum = 0;
        if (numbers > 0) {
            double from = Math.floor(unit * numbers) / numbers;
            for (int i = 0; i < centers.length; i++) {
                sum += heights[i] * mass(i, from, from + 1.0 / numbers) * numbers;
            }
        } else {
            for (int i = 0; i < centers.length; i++) {
                double distance = (unit - centers[i]) / widths[i];
                sum += heights[i] * Math.exp(-0.5 * distance * distance);
            }
        }
        // Far from every point even the prior's tail may be too small for a double's quotient.
        return Math.max(sum / centers.length, Double.MIN_NORMAL);
    }

    /** Drawn again until it lies inside, which at least every third draw does. */
    @Override
    public double draw(RandomGenerator random) {
        int i = random.nextInt(centers.length);
        while (true) {
            double unit = centers[i] + widths[i] * random.nextGaussian();
            if (unit >= 0 && unit < 1) {
                return unit;
            }
        }
    }
}
