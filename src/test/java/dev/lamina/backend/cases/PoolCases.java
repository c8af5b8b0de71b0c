package dev.lamina.backend.cases;

import dev.lamina.program.PoolOperation;
import dev.lamina.program.Value;
import dev.lamina.program.Window;
import dev.lamina.tensor.Shape;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Pooling with its adjoints. */
public final class PoolCases {
    private PoolCases() {}

    /** Max pooling of the given values; exact, but for the gradients of a pixel that wins in several windows. */
    public static OperationCase max(String name, Draw draw, Shape x, double[] values, Window window) {
        var builder = new CaseBuilder("max pooling " + x + ", " + window + ", " + name);
        Shape y = pooled(x, window);
        Value xv = builder.input("x", x, values);
        Value yv = builder.output("y", y);
        Value dy = builder.input("dy", y, draw.normal(y));
        var forward = new PoolOperation.Max("pool", window, xv, yv, builder.hidden("winner", y));
        builder.add(forward);
        builder.objective(yv, List.of(dy));
        builder.add(new PoolOperation.MaxBackward("pool", forward, dy, builder.gradient(xv)));
        int across = (window.kernelSize() - 1) / window.stride() + 1;
        return builder.build(
                Rounding.ofProducts(Set.of("dy"), Map.of("y", 0, "d:x", across == 1 ? 0 : across * across)));
    }

    /** Average pooling. */
    public static OperationCase average(Draw draw, Shape x, Window window) {
        var builder = new CaseBuilder("average pooling " + x + ", " + window);
        Shape y = pooled(x, window);
        Value xv = builder.input("x", x, draw.normal(x));
        Value yv = builder.output("y", y);
        Value dy = builder.input("dy", y, draw.normal(y));
        builder.add(new PoolOperation.Average("pool", window, xv, yv));
        builder.objective(yv, List.of(dy));
        builder.add(new PoolOperation.AverageBackward("pool", window, dy, builder.gradient(xv)));
        int area = window.kernelSize() * window.kernelSize();
        return builder.build(Rounding.ofProducts(Map.of("y", area, "d:x", area)));
    }

    /** Global average pooling. */
    public static OperationCase globalAverage(Draw draw, Shape x) {
        var builder = new CaseBuilder("global average pooling " + x);
        Shape y = Shape.of(x.axis(0), x.axis(1));
        Value xv = builder.input("x", x, draw.normal(x));
        Value yv = builder.output("y", y);
        Value dy = builder.input("dy", y, draw.normal(y));
        builder.add(new PoolOperation.GlobalAverage("pool", xv, yv));
        builder.objective(yv, List.of(dy));
        builder.add(new PoolOperation.GlobalAverageBackward("pool", dy, builder.gradient(xv)));
        return builder.build(Rounding.ofProducts(Map.of("y", x.axis(2) * x.axis(3), "d:x", 1)));
    }

    private static Shape pooled(Shape x, Window window) {
        return Shape.of(x.axis(0), x.axis(1), windows(window, x.axis(2)), windows(window, x.axis(3)));
    }

    private static int windows(Window window, int length) {
        return (length + 2 * window.padding() - window.kernelSize()) / window.stride() + 1;
    }
}
