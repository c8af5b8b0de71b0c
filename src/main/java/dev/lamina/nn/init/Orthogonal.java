package dev.lamina.nn.init;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.nn.ParameterSpec;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;
import dev.lamina.tensor.HostTensor;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A random matrix with orthonormal rows, times a gain; with orthonormal columns where there are more rows than columns.
 * The matrix is the weight tensor unrolled to [outputs, everything else]. Source: Saxe et al. 2014.
 * Drawn uniformly: a Gaussian matrix, orthonormalized by the modified Gram-Schmidt process in double.
 */
@JsonTypeName("orthogonal")
@Origin(formula = "W Wᵀ = g² I", source = "Saxe, McClelland, Ganguli 2014")
public record Orthogonal(
        @Setting(
                defaultValue = "1.0",
                min = 0,
                minExclusive = true,
                meaning = "length of every row (√2 keeps the variance through ReLU)")
        double gain)
        implements Initializer {
    @Override
    public HostTensor draw(ParameterSpec weight, double negativeSlope, RandomGenerator random) {
        int rows = weight.shape().axis(0);
        int columns = Math.toIntExact(weight.shape().size() / rows);
        boolean wide = rows <= columns;
        double[][] vectors = orthonormal(Math.min(rows, columns), Math.max(rows, columns), random);
        HostTensor tensor = HostTensor.zeros(weight.shape());
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double value = wide ? vectors[row][column] : vectors[column][row];
                tensor.values()[row * columns + column] = (float) (gain * value);
            }
        }
        return tensor;
    }

    private static double[][] orthonormal(int count, int length, RandomGenerator random) {
        double[][] vectors = new double[count][length];
        for (double[] vector : vectors) {
            Arrays.setAll(vector, i -> random.nextGaussian());
        }
        for (int i = 0; i < count; i++) {
            addScaled(vectors[i], 1 / Math.sqrt(dot(vectors[i], vectors[i])) - 1, vectors[i]);
            for (int j = i + 1; j < count; j++) {
                addScaled(vectors[j], -dot(vectors[i], vectors[j]), vectors[i]);
            }
        }
        return vectors;
    }

    /** y ← y + factor·x. */
    private static void addScaled(double[] y, double factor, double[] x) {
        for (int i = 0; i < y.length; i++) {
            y[i] += factor * x[i];
        }
    }

    private static double dot(double[] x, double[] y) {
        // Four sums, so that the additions do not wait for one another.
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < x.length; i += 4) {
            a += x[i] * y[i];
            b += x[i + 1] * y[i + 1];
            c += x[i + 2] * y[i + 2];
            d += x[i + 3] * y[i + 3];
        }
        for (; i < x.length; i++) {
            a += x[i] * y[i];
        }
        return (a + b) + (c + d);
    }
}
