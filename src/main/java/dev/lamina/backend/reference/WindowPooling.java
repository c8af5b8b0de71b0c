package dev.lamina.backend.reference;

import dev.lamina.program.Window;

/** Maximum and mean of sliding windows. A winner is remembered as its row-major place i·W + j in the input's plane; NaN wins. */
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
