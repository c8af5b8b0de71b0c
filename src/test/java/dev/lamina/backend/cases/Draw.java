package dev.lamina.backend.cases;

import dev.lamina.backend.Precision;
import dev.lamina.tensor.Seeds;
import dev.lamina.tensor.Shape;
import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Random values that a precision holds exactly, so that handing them to a backend rounds nothing. */
public final class Draw {
    private static final int DISTINCT_RANGE = 4;

    private final RandomGenerator random;
    private final Precision precision;

    private Draw(RandomGenerator random, Precision precision) {
        this.random = random;
        this.precision = precision;
    }

    public static Draw of(Precision precision, String purpose, long... indices) {
        return new Draw(new Seeds(1).stream(purpose, indices), precision);
    }

    /** Standard normal values. */
    public double[] normal(Shape shape) {
        return fill(shape, random::nextGaussian);
    }

    public double[] uniform(Shape shape, double low, double high) {
        return fill(shape, () -> random.nextDouble(low, high));
    }

    /** Normal values moved 0.05 away from 0, so that no kink at 0 is near. */
    public double[] awayFromZero(Shape shape) {
        return fill(shape, () -> {
            double x = random.nextGaussian();
            return x + Math.copySign(0.05, x);
        });
    }

    /** Evenly spaced values in [−4, 4) in random order; no two are equal unless the precision runs out. */
    public double[] distinct(Shape shape) {
        int size = (int) shape.size();
        double[] values = IntStream.range(0, size)
                .mapToDouble(k -> rounded(DISTINCT_RANGE * (2.0 * k / size - 1)))
                .toArray();
        for (int k = size - 1; k > 0; k--) {
            int other = random.nextInt(k + 1);
            double value = values[k];
            values[k] = values[other];
            values[other] = value;
        }
        return values;
    }

    /** Halves between −2 and 2: many are equal, all are exact in every precision. */
    public double[] halves(Shape shape) {
        return fill(shape, () -> random.nextInt(-4, 5) / 2.0);
    }

    /** 0 or 2, as a dropout mask with p = 1/2. */
    public double[] mask(Shape shape) {
        return fill(shape, () -> random.nextBoolean() ? 2 : 0);
    }

    public double[] labels(int batch, int classes) {
        return fill(Shape.of(batch), () -> random.nextInt(classes));
    }

    private double[] fill(Shape shape, DoubleSupplier next) {
        double[] values = new double[Math.toIntExact(shape.size())];
        for (int k = 0; k < values.length; k++) {
            values[k] = rounded(next.getAsDouble());
        }
        return values;
    }

    /** The nearest value that the precision holds. */
    double rounded(double exact) {
        float value = (float) exact;
        return switch (precision) {
            case F32 -> value;
            case TF32 -> withoutBits(value, 13);
            case BF16 -> withoutBits(value, 16);
        };
    }

    /** The nearest value whose last bits are zero; the even one of two. */
    private static float withoutBits(float value, int count) {
        int bits = Float.floatToRawIntBits(value);
        int half = (1 << (count - 1)) - 1 + ((bits >>> count) & 1);
        return Float.intBitsToFloat((bits + half) & -(1 << count));
    }
}
