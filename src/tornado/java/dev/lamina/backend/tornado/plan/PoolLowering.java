package dev.lamina.backend.tornado.plan;

import dev.lamina.backend.tornado.kernel.NormPooling;
import dev.lamina.backend.tornado.kernel.Pooling;
import dev.lamina.nn.layer.AveragePool;
import dev.lamina.nn.layer.LpPool;
import dev.lamina.nn.layer.MaxPool;
import dev.lamina.program.PoolOperation;
import dev.lamina.program.Value;
import dev.lamina.program.Window;

/** Pooling as kernels. */
final class PoolLowering {
    /** Sizes of planes before and after a window slid over them. */
    private record Sizes(int height, int width, int rows, int columns, int kernel, int stride, int padding) {
        static Sizes of(Window window, Value x, Value y) {
            return new Sizes(
                    x.shape().axis(2),
                    x.shape().axis(3),
                    y.shape().axis(2),
                    y.shape().axis(3),
                    window.kernelSize(),
                    window.stride(),
                    window.padding());
        }
    }

    private PoolLowering() {}

    static KernelTask lower(PoolOperation operation, Addresses addresses) {
        return switch (operation) {
            case PoolOperation.Windowed f ->
                switch (f.pool()) {
                    case MaxPool _ -> max(f, addresses);
                    case AveragePool _ -> average(f, addresses);
                    case LpPool lp -> norm(f, (float) lp.exponent(), addresses);
                };
            case PoolOperation.WindowedBackward b ->
                switch (b.forward().pool()) {
                    case MaxPool _ -> maxBackward(b, addresses);
                    case AveragePool _ -> averageBackward(b, addresses);
                    case LpPool lp -> normBackward(b, (float) lp.exponent(), addresses);
                };
            case PoolOperation.GlobalAverage f -> {
                int x = addresses.of(f.x());
                int y = addresses.of(f.y());
                int n = (int) f.y().shape().size();
                int plane = (int) (f.x().shape().size() / n);
                yield KernelTask.elements(
                        n,
                        (graph, name, context, m) ->
                                graph.task(name, Pooling::laminaGlobalAverage, context, m, x, y, plane, n));
            }
            case PoolOperation.GlobalAverageBackward b -> {
                int dy = addresses.of(b.dy());
                int dx = addresses.of(b.dx());
                int n = (int) b.dx().shape().size();
                int plane = (int) (n / b.dy().shape().size());
                yield KernelTask.elements(
                        n,
                        (graph, name, context, m) ->
                                graph.task(name, Pooling::laminaGlobalAverageBackward, context, m, dy, dx, plane, n));
            }
        };
    }

    private static KernelTask max(PoolOperation.Windowed f, Addresses addresses) {
        Sizes s = Sizes.of(f.window(), f.x(), f.y());
        int x = addresses.of(f.x());
        int y = addresses.of(f.y());
        int winner = addresses.of(f.winner().orElseThrow());
        int n = (int) f.y().shape().size();
        return KernelTask.elements(
                n,
                (graph, name, context, m) -> graph.task(
                        name,
                        Pooling::laminaMaxPool,
                        context,
                        m,
                        x,
                        y,
                        winner,
                        s.height,
                        s.width,
                        s.rows,
                        s.columns,
                        s.kernel,
                        s.stride,
                        s.padding,
                        n));
    }

    private static KernelTask maxBackward(PoolOperation.WindowedBackward b, Addresses addresses) {
        Sizes s = Sizes.of(b.forward().window(), b.dx(), b.dy());
        int dy = addresses.of(b.dy());
        int winner = addresses.of(b.forward().winner().orElseThrow());
        int dx = addresses.of(b.dx());
        int n = (int) b.dx().shape().size();
        return KernelTask.elements(
                n,
                (graph, name, context, m) -> graph.task(
                        name,
                        Pooling::laminaMaxPoolBackward,
                        context,
                        m,
                        dy,
                        winner,
                        dx,
                        s.height,
                        s.width,
                        s.rows,
                        s.columns,
                        s.kernel,
                        s.stride,
                        s.padding,
                        n));
    }

    private static KernelTask average(PoolOperation.Windowed f, Addresses addresses) {
        Sizes s = Sizes.of(f.window(), f.x(), f.y());
        int x = addresses.of(f.x());
        int y = addresses.of(f.y());
        int n = (int) f.y().shape().size();
        return KernelTask.elements(
                n,
                (graph, name, context, m) -> graph.task(
                        name,
                        Pooling::laminaAveragePool,
                        context,
                        m,
                        x,
                        y,
                        s.height,
                        s.width,
                        s.rows,
                        s.columns,
                        s.kernel,
                        s.stride,
                        s.padding,
                        n));
    }

    private static KernelTask averageBackward(PoolOperation.WindowedBackward b, Addresses addresses) {
        Sizes s = Sizes.of(b.forward().window(), b.dx(), b.dy());
        int dy = addresses.of(b.dy());
        int dx = addresses.of(b.dx());
        int n = (int) b.dx().shape().size();
        return KernelTask.elements(
                n,
                (graph, name, context, m) -> graph.task(
                        name,
                        Pooling::laminaAveragePoolBackward,
                        context,
                        m,
                        dy,
                        dx,
                        s.height,
                        s.width,
                        s.rows,
                        s.columns,
                        s.kernel,
                        s.stride,
                        s.padding,
                        n));
    }

    private static KernelTask norm(PoolOperation.Windowed f, float p, Addresses addresses) {
        Sizes s = Sizes.of(f.window(), f.x(), f.y());
        int x = addresses.of(f.x());
        int y = addresses.of(f.y());
        int n = (int) f.y().shape().size();
        return KernelTask.elements(
                n,
                (graph, name, context, m) -> graph.task(
                        name,
                        NormPooling::laminaNormPool,
                        context,
                        m,
                        x,
                        y,
                        p,
                        s.height,
                        s.width,
                        s.rows,
                        s.columns,
                        s.kernel,
                        s.stride,
                        s.padding,
                        n));
    }

    private static KernelTask normBackward(PoolOperation.WindowedBackward b, float p, Addresses addresses) {
        Sizes s = Sizes.of(b.forward().window(), b.dx(), b.dy());
        int x = addresses.of(b.forward().x());
        int y = addresses.of(b.forward().y());
        int dy = addresses.of(b.dy());
        int dx = addresses.of(b.dx());
        int n = (int) b.dx().shape().size();
        return KernelTask.elements(
                n,
                (graph, name, context, m) -> graph.task(
                        name,
                        NormPooling::laminaNormPoolBackward,
                        context,
                        m,
                        x,
                        y,
                        dy,
                        dx,
                        p,
                        s.height,
                        s.width,
                        s.rows,
                        s.columns,
                        s.kernel,
                        s.stride,
                        s.padding,
                        n));
    }
}
