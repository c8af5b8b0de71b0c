package dev.lamina.backend.reference;

import dev.lamina.program.LinearOperation;
import java.util.function.IntToDoubleFunction;

/** y = x Wᵀ + b and its adjoints, x [N, F], W [O, F], y [N, O]. */
final class FullyConnected {
    private FullyConnected() {}

    static void run(LinearOperation operation, Memory memory) {
        switch (operation) {
            case LinearOperation.Forward f -> {
                DoubleTensor y = memory.of(f.y());
                forward(memory.of(f.x()), memory.of(f.w()), y);
                f.bias().ifPresent(bias -> addBias(memory.of(bias), y));
            }
            case LinearOperation.BackwardData b -> backwardData(memory.of(b.dy()), memory.of(b.w()), memory.of(b.dx()));
            case LinearOperation.BackwardWeights b -> {
                DoubleTensor dy = memory.of(b.dy());
                backwardWeights(memory.of(b.x()), dy, memory.of(b.dw()));
                b.dbias().ifPresent(dbias -> backwardBias(dy, memory.of(dbias)));
            }
        }
    }

    private static void forward(DoubleTensor x, DoubleTensor w, DoubleTensor y) {
        Planes.forEach(
                y, (n, o, i, j) -> y.set(n, o, 0, 0, sum(x.channels(), f -> x.get(n, f, 0, 0) * w.get(o, f, 0, 0))));
    }

    private static void backwardData(DoubleTensor dy, DoubleTensor w, DoubleTensor dx) {
        Planes.forEach(
                dx,
                (n, f, i, j) -> dx.set(n, f, 0, 0, sum(dy.channels(), o -> dy.get(n, o, 0, 0) * w.get(o, f, 0, 0))));
    }

    private static void backwardWeights(DoubleTensor x, DoubleTensor dy, DoubleTensor dw) {
        Planes.forEach(
                dw, (o, f, i, j) -> dw.set(o, f, 0, 0, sum(x.batch(), n -> dy.get(n, o, 0, 0) * x.get(n, f, 0, 0))));
    }

    /** In order and without compensation, as a reader adds. */
    private static double sum(int terms, IntToDoubleFunction term) {
        double sum = 0;
        for (int k = 0; k < terms; k++) {
            sum += term.applyAsDouble(k);
        }
        return sum;
    }

    private static void addBias(DoubleTensor bias, DoubleTensor y) {
        Planes.forEach(y, (n, o, i, j) -> y.add(n, o, 0, 0, bias.values()[o]));
    }

    private static void backwardBias(DoubleTensor dy, DoubleTensor dbias) {
        dbias.fill(0);
        Planes.forEach(dy, (n, o, i, j) -> dbias.values()[o] += dy.get(n, o, 0, 0));
    }
}
