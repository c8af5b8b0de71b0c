package dev.lamina.backend.cpu.kernel;

/** Mean and squared deviation Σ (w − mean)² of each row of weights [rows, length], in double, for some rows at a time. */
final class RowMoments {
    private final long address;
    private final int length;
    private final double[] means;
    private final double[] squares;

    RowMoments(FlatTensor weights, int rows) {
        if (!weights.isFloat32() || weights.length() % rows != 0) {
            throw new IllegalArgumentException("expected float32 in " + rows + " rows, got " + weights);
        }
        address = weights.address();
        length = Math.toIntExact(weights.length() / rows);
        means = new double[rows];
        squares = new double[rows];
    }

    int rows() {
        return means.length;
    }

    int length() {
        return length;
    }

    double mean(int row) {
        return means[row];
    }

    /** Σ (w − center)² of a row. */
    double squaresAround(double center, int row) {
        double shift = means[row] - center;
        return squares[row] + length * shift * shift;
    }

    /** Finds them for the rows that a member takes. */
    void share(int member, int size) {
        int end = Team.start(rows(), member + 1, size);
        for (int row = Team.start(rows(), member, size); row < end; row++) {
            long at = address + (long) row * length * Float.BYTES;
            means[row] = sum(at, length) / length;
            squares[row] = squares(at, length, means[row]);
        }
    }

    /** Four sums, so that the additions do not wait for one another. */
    static double sum(long at, int length) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < length; i += 4) {
            a += Memory.get(at + 4L * i);
            b += Memory.get(at + 4L * i + 4);
            c += Memory.get(at + 4L * i + 8);
            d += Memory.get(at + 4L * i + 12);
        }
        for (; i < length; i++) {
            a += Memory.get(at + 4L * i);
        }
        return (a + b) + (c + d);
    }

    private static double squares(long at, int length, double mean) {
        double a = 0;
        double b = 0;
        int i = 0;
        for (; i + 1 < length; i += 2) {
            double first = Memory.get(at + 4L * i) - mean;
            double second = Memory.get(at + 4L * i + 4) - mean;
            a += first * first;
            b += second * second;
        }
        if (i < length) {
            double last = Memory.get(at + 4L * i) - mean;
            a += last * last;
        }
        return a + b;
    }
}
