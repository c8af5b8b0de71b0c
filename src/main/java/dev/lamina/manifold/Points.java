package dev.lamina.manifold;

/**
 * Points in row-major order: coordinate j of point i is {@code coordinates[i * dimension + j]}. The array is shared.
 */
public record Points(int count, int dimension, float[] coordinates) {
    public Points {
        if ((long) count * dimension != coordinates.length) {
            throw new IllegalArgumentException(count + " points of dimension " + dimension + " need "
                    + (long) count * dimension + " coordinates, got " + coordinates.length);
        }
    }

    /** These points followed by others of the same dimension, copied. */
    public Points followedBy(Points others) {
        if (others.dimension != dimension) {
            throw new IllegalArgumentException(
                    "points of dimension " + dimension + " cannot be followed by ones of " + others.dimension);
        }
        float[] all = new float[coordinates.length + others.coordinates.length];
        System.arraycopy(coordinates, 0, all, 0, coordinates.length);
        System.arraycopy(others.coordinates, 0, all, coordinates.length, others.coordinates.length);
        return new Points(count + others.count, dimension, all);
    }

    /** Σ (x − y)² of two points, in double. */
    double squaredDistance(int a, int b) {
        double sum = 0;
        for (int j = 0; j < dimension; j++) {
            double difference = (double) coordinates[a * dimension + j] - coordinates[b * dimension + j];
            sum += difference * difference;
        }
        return sum;
    }

    /** As {@link #squaredDistance} of a point and each of the others, rounded; four sums at a time do not wait for each other. */
    float[] squaredDistances(int a, int[] others) {
        float[] distances = new float[others.length];
        int i = 0;
        for (; i < others.length - 3; i += 4) {
            fourDistances(a, others, i, distances);
        }
        for (; i < others.length; i++) {
            distances[i] = (float) squaredDistance(a, others[i]);
        }
        return distances;
    }

    private void fourDistances(int a, int[] others, int first, float[] distances) {
        int from = a * dimension;
        int from0 = others[first] * dimension;
        int from1 = others[first + 1] * dimension;
        int from2 = others[first + 2] * dimension;
        int from3 = others[first + 3] * dimension;
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        for (int j = 0; j < dimension; j++) {
            double x = coordinates[from + j];
            sum0 += square(x - coordinates[from0 + j]);
            sum1 += square(x - coordinates[from1 + j]);
            sum2 += square(x - coordinates[from2 + j]);
            sum3 += square(x - coordinates[from3 + j]);
        }
        distances[first] = (float) sum0;
        distances[first + 1] = (float) sum1;
        distances[first + 2] = (float) sum2;
        distances[first + 3] = (float) sum3;
    }

    private static double square(double x) {
        return x * x;
    }

    /** The points with these numbers, copied, in this order. */
    public Points select(int[] indices) {
        float[] chosen = new float[indices.length * dimension];
        for (int i = 0; i < indices.length; i++) {
            System.arraycopy(coordinates, indices[i] * dimension, chosen, i * dimension, dimension);
        }
        return new Points(indices.length, dimension, chosen);
    }
}
