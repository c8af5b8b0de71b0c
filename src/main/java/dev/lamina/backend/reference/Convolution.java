package dev.lamina.backend.reference;

import dev.lamina.program.ConvolutionOperation;
import dev.lamina.program.Window;

/** Convolution as the sum in {@link dev.lamina.nn.layer.Conv2d}; the adjoints send each product of that sum back. */
final class Convolution {
    private Convolution() {}

    static void run(ConvolutionOperation operation, Memory memory) {
        switch (operation) {
            case ConvolutionOperation.Forward f -> {
                DoubleTensor y = memory.of(f.y());
                forward(f.window(), memory.of(f.x()), memory.of(f.w()), y);
                f.bias().ifPresent(bias -> addBias(memory.of(bias), y));
            }
            case ConvolutionOperation.BackwardData b ->
                backwardData(b.window(), memory.of(b.dy()), memory.of(b.w()), memory.of(b.dx()));
            case ConvolutionOperation.BackwardWeights b -> {
                DoubleTensor dy = memory.of(b.dy());
                backwardWeights(b.window(), memory.of(b.x()), dy, memory.of(b.dw()));
                b.dbias().ifPresent(dbias -> backwardBias(dy, memory.of(dbias)));
            }
        }
    }

    /** y[n,o,i,j] = Σ_{c,u,v} w[o,c,u,v] x[n, c of o's group, i·stride + u·dilation − padding, j·…]. */
    private static void forward(Window window, DoubleTensor x, DoubleTensor w, DoubleTensor y) {
        Planes.forEach(y, (n, o, i, j) -> {
            double sum = 0;
            for (int c = 0; c < w.channels(); c++) {
                for (int u = 0; u < window.kernelSize(); u++) {
                    for (int v = 0; v < window.kernelSize(); v++) {
                        int row = pixel(window, i, u);
                        int column = pixel(window, j, v);
                        if (x.inside(row, column)) {
                            sum += w.get(o, c, u, v) * x.get(n, inputChannel(window, w, o, c), row, column);
                        }
                    }
                }
            }
            y.set(n, o, i, j, sum);
        });
    }

    private static void backwardData(Window window, DoubleTensor dy, DoubleTensor w, DoubleTensor dx) {
        dx.fill(0);
        Planes.forEach(dy, (n, o, i, j) -> {
            for (int c = 0; c < w.channels(); c++) {
                for (int u = 0; u < window.kernelSize(); u++) {
                    for (int v = 0; v < window.kernelSize(); v++) {
                        int row = pixel(window, i, u);
                        int column = pixel(window, j, v);
                        if (dx.inside(row, column)) {
                            int channel = inputChannel(window, w, o, c);
                            dx.add(n, channel, row, column, w.get(o, c, u, v) * dy.get(n, o, i, j));
                        }
                    }
                }
            }
        });
    }

    private static void backwardWeights(Window window, DoubleTensor x, DoubleTensor dy, DoubleTensor dw) {
        dw.fill(0);
        Planes.forEach(dy, (n, o, i, j) -> {
            for (int c = 0; c < dw.channels(); c++) {
                for (int u = 0; u < window.kernelSize(); u++) {
                    for (int v = 0; v < window.kernelSize(); v++) {
                        int row = pixel(window, i, u);
                        int column = pixel(window, j, v);
                        if (x.inside(row, column)) {
                            int channel = inputChannel(window, dw, o, c);
                            dw.add(o, c, u, v, x.get(n, channel, row, column) * dy.get(n, o, i, j));
                        }
                    }
                }
            }
        });
    }

    private static void addBias(DoubleTensor bias, DoubleTensor y) {
        Planes.forEach(y, (n, o, i, j) -> y.add(n, o, i, j, bias.values()[o]));
    }

    private static void backwardBias(DoubleTensor dy, DoubleTensor dbias) {
        dbias.fill(0);
        Planes.forEach(dy, (n, o, i, j) -> dbias.values()[o] += dy.get(n, o, i, j));
    }

    /** The row (column) of the input under kernel row (column) {@code tap} for output row (column) {@code position}. */
    private static int pixel(Window window, int position, int tap) {
        return position * window.stride() + tap * window.dilation() - window.padding();
    }

    /** The input channel that weight channel c means for output channel o. */
    private static int inputChannel(Window window, DoubleTensor w, int o, int c) {
        int outputsPerGroup = w.batch() / window.groups();
        return o / outputsPerGroup * w.channels() + c;
    }
}
