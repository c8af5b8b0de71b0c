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

    /** The points with these numbers, copied, in this order. */
    public Points select(int[] indices) {
        float[] chosen = new float[indices.length * dimension];
        for (int i = 0; i < indices.length; i++) {
            System.arraycopy(coordinates, indices[i] * dimension, chosen, i * dimension, dimension);
        }
        return new Points(indices.length, dimension, chosen);
    }
}
