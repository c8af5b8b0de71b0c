package dev.lamina.backend.reference;

import dev.lamina.nn.layer.AveragePool;
import dev.lamina.nn.layer.LpPool;
import dev.lamina.nn.layer.MaxPool;
import dev.lamina.program.PoolOperation;

/** Pooling by the definitions in {@link PoolOperation} and {@link dev.lamina.nn.layer.WindowPool}. */
final class Pooling {
    private Pooling() {}

    static void run(PoolOperation operation, Memory memory) {
        switch (operation) {
            case PoolOperation.Windowed f -> windowed(f, memory);
            case PoolOperation.WindowedBackward b -> windowedBackward(b, memory);
            case PoolOperation.GlobalAverage f -> globalAverage(memory.of(f.x()), memory.of(f.y()));
            case PoolOperation.GlobalAverageBackward b -> globalAverageBackward(memory.of(b.dy()), memory.of(b.dx()));
        }
    }

    private static void windowed(PoolOperation.Windowed f, Memory memory) {
        DoubleTensor x = memory.of(f.x());
        DoubleTensor y = memory.of(f.y());
        switch (f.pool()) {
            case MaxPool _ ->
                WindowPooling.max(f.window(), x, y, memory.of(f.winner().orElseThrow()));
            case AveragePool _ -> WindowPooling.average(f.window(), x, y);
            case LpPool lp -> WindowPooling.norm(lp.exponent(), f.window(), x, y);
        }
    }

    private static void windowedBackward(PoolOperation.WindowedBackward b, Memory memory) {
        PoolOperation.Windowed f = b.forward();
        DoubleTensor dy = memory.of(b.dy());
        DoubleTensor dx = memory.of(b.dx());
        switch (f.pool()) {
            case MaxPool _ -> WindowPooling.maxBackward(memory.of(f.winner().orElseThrow()), dy, dx);
            case AveragePool _ -> WindowPooling.averageBackward(f.window(), dy, dx);
            case LpPool lp -> WindowPooling.normBackward(lp, f.window(), memory.of(f.x()), memory.of(f.y()), dy, dx);
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
