package dev.lamina.backend.reference;

import dev.lamina.program.PoolOperation;

/** Pooling by the definitions in {@link PoolOperation}. */
final class Pooling {
    private Pooling() {}

    static void run(PoolOperation operation, Memory memory) {
        switch (operation) {
            case PoolOperation.Max f ->
                WindowPooling.max(f.window(), memory.of(f.x()), memory.of(f.y()), memory.of(f.winner()));
            case PoolOperation.MaxBackward b ->
                WindowPooling.maxBackward(memory.of(b.forward().winner()), memory.of(b.dy()), memory.of(b.dx()));
            case PoolOperation.Average f -> WindowPooling.average(f.window(), memory.of(f.x()), memory.of(f.y()));
            case PoolOperation.AverageBackward b ->
                WindowPooling.averageBackward(b.window(), memory.of(b.dy()), memory.of(b.dx()));
            case PoolOperation.GlobalAverage f -> globalAverage(memory.of(f.x()), memory.of(f.y()));
            case PoolOperation.GlobalAverageBackward b -> globalAverageBackward(memory.of(b.dy()), memory.of(b.dx()));
        }
    }

    private static void globalAverage(DoubleTensor x, DoubleTensor y) {
        double area = (double) x.height() * x.width();
        y.fill(0);
        Planes.forEach(x, (n, c, i, j) -> y.add(n, c, 0, 0, x.get(n, c, i, j) / area));
    }

    private static void globalAverageBackward(DoubleTensor dy, DoubleTensor dx) {
        double area = (double) dx.height() * dx.width();
        Planes.forEach(dx, (n, c, i, j) -> dx.set(n, c, i, j, dy.get(n, c, 0, 0) / area));
    }
}
