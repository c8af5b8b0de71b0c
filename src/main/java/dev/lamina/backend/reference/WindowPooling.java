package dev.lamina.backend.reference;

import dev.lamina.nn.layer.LpPool;
import dev.lamina.program.Window;

/** Maximum, mean and p-norm of sliding windows. A winner is remembered as its row-major place i·W + j in the input's plane; NaN wins. */
final class WindowPooling {
    private WindowPooling() {}

    /** Receives a pixel of a window that lies inside the input. */
    private interface Pixel {
        void accept(int row, int column);
    }

    static void max(Window window, DoubleTensor x, DoubleTensor y, DoubleTensor winner) {
        Planes.forEach(y, (n, c, i, j) -> {
            winner.set(n, c, i, j, -1);
            forEachPixel(window, x, i, j, (row, column) -> {
                double value = x.get(n, c, row, column);
                if (winner.get(n, c, i, j) < 0 || value > y.get(n, c, i, j) || Double.isNaN(value)) {
                    y.set(n, c, i, j, value);
                    winner.set(n, c, i, j, row * (double) x.width() + column);
                }
            });
        });
    }

    static void maxBackward(DoubleTensor winner, DoubleTensor dy, DoubleTensor dx) {
        dx.fill(0);
        Planes.forEach(dy, (n, c, i, j) -> {
            int place = (int) winner.get(n, c, i, j);
            dx.add(n, c, place / dx.width(), place % dx.width(), dy.get(n, c, i, j));
        });
    }

    static void average(Window window, DoubleTensor x, DoubleTensor y) {
        y.fill(0);
        Planes.forEach(y, (n, c, i, j) -> {
            double count = pixels(window, x, i, j);
            forEachPixel(window, x, i, j, (row, column) -> y.add(n, c, i, j, x.get(n, c, row, column) / count));
        });
    }

    static void averageBackward(Window window, DoubleTensor dy, DoubleTensor dx) {
        dx.fill(0);
        Planes.forEach(dy, (n, c, i, j) -> {
            double count = pixels(window, dx, i, j);
            forEachPixel(window, dx, i, j, (row, column) -> dx.add(n, c, row, column, dy.get(n, c, i, j) / count));
        });
    }

    /** Where p ≤ 2 a power of two stands in place of the largest magnitude: dividing by it rounds nothing. */
    static void norm(double p, Window window, DoubleTensor x, DoubleTensor y) {
        y.fill(0);
        Planes.forEach(y, (n, c, i, j) -> {
            double[] largest = new double[1];
            forEachPixel(
                    window,
                    x,
                    i,
                    j,
                    (row, column) -> largest[0] = Math.max(largest[0], Math.abs(x.get(n, c, row, column))));
            double m = largest[0];
            if (!(m > 0) || Double.isInfinite(m)) {
                y.set(n, c, i, j, m);
                return;
            }
            double scale = p <= 2 ? Math.max(Double.MIN_NORMAL, Math.scalb(1.0, Math.getExponent(m))) : m;
            forEachPixel(
                    window,
                    x,
                    i,
                    j,
                    (row, column) -> y.add(n, c, i, j, power(Math.abs(x.get(n, c, row, column)) / scale, p)));
            y.set(n, c, i, j, scale * root(y.get(n, c, i, j), p));
        });
    }

    static void normBackward(
            LpPool pool, Window window, DoubleTensor x, DoubleTensor y, DoubleTensor dy, DoubleTensor dx) {
        dx.fill(0);
        Planes.forEach(dy, (n, c, i, j) -> {
            double norm = y.get(n, c, i, j);
            if (norm != 0) {
                forEachPixel(window, dx, i, j, (row, column) -> {
                    double value = x.get(n, c, row, column);
                    double slope = Math.signum(value) * power(Math.abs(value) / norm, pool.exponent() - 1);
                    dx.add(n, c, row, column, dy.get(n, c, i, j) * slope);
                });
            }
        });
    }

    private static double power(double magnitude, double p) {
        return p == 1 ? magnitude : p == 2 ? magnitude * magnitude : Math.pow(magnitude, p);
    }

    private static double root(double sum, double p) {
        return p == 1 ? sum : p == 2 ? Math.sqrt(sum) : Math.pow(sum, 1 / p);
    }

    private static int pixels(Window window, DoubleTensor x, int i, int j) {
        int[] count = new int[1];
        forEachPixel(window, x, i, j, (row, column) -> count[0]++);
        return count[0];
    }

    /** The pixels of x under the window of output pixel (i, j), in row order. */
    private static void forEachPixel(Window window, DoubleTensor x, int i, int j, Pixel pixel) {
        for (int u = 0; u < window.kernelSize(); u++) {
            for (int v = 0; v < window.kernelSize(); v++) {
                int row = i * window.stride() + u - window.padding();
                int column = j * window.stride() + v - window.padding();
                if (x.inside(row, column)) {
                    pixel.accept(row, column);
                }
            }
        }
    }
}
