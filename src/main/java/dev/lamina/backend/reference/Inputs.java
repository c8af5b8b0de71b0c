package dev.lamina.backend.reference;

import dev.lamina.program.InputOperation;

/** A network's input, by the definition in {@link InputOperation}. */
final class Inputs {
    private Inputs() {}

    static void run(InputOperation operation, Memory memory) {
        switch (operation) {
            case InputOperation.Prepare f -> prepare(f, memory);
        }
    }

    private static void prepare(InputOperation.Prepare f, Memory memory) {
        DoubleTensor raw = memory.of(f.raw());
        DoubleTensor placement = memory.of(f.placement());
        double[] scale = memory.of(f.scale()).values();
        double[] offset = memory.of(f.offset()).values();
        DoubleTensor x = memory.of(f.x());
        Planes.forEach(x, (n, c, i, j) -> {
            int row = i - (int) placement.get(n, 0, 0, 0);
            int k = placement.get(n, 2, 0, 0) != 0 ? x.width() - 1 - j : j;
            int column = k - (int) placement.get(n, 1, 0, 0);
            double pixel = raw.inside(row, column) ? raw.get(n, c, row, column) : 0;
            x.set(n, c, i, j, scale[c] * pixel + offset[c]);
        });
    }
}
