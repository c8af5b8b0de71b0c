package dev.lamina.backend.cases;

import dev.lamina.nn.layer.AveragePool;
import dev.lamina.nn.layer.LpPool;
import dev.lamina.nn.layer.MaxPool;
import dev.lamina.nn.layer.WindowPool;
import dev.lamina.program.PoolOperation;
import dev.lamina.program.Value;
import dev.lamina.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Pooling with its adjoints. */
public final class PoolCases {
    private PoolCases() {}

    /** Every pool over windows that touch, overlap, lie apart, and reach over the edge. */
    public static Stream<WindowPool> everyPool() {
        return Stream.of(over(2, 2, 0), over(3, 2, 1), over(3, 1, 1), over(2, 3, 1))
                .flatMap(List::stream);
    }

    private static List<WindowPool> over(int kernelSize, int stride, int padding) {
        return List.of(
                new MaxPool(kernelSize, stride, padding),
                new AveragePool(kernelSize, stride, padding),
                new LpPool(1, kernelSize, stride, padding),
                new LpPool(2, kernelSize, stride, padding),
                new LpPool(3.5, kernelSize, stride, padding));
    }

    /** Pooling of the given values. */
    public static OperationCase windowed(String name, Draw draw, WindowPool pool, Shape x, double[] values) {
        var builder = new CaseBuilder(pool + " of " + x + ", " + name);
        Shape y = pool.outputShape(List.of(x.withoutBatch())).batched(x.axis(0));
        Value xv = builder.input("x", x, values);
        Value yv = builder.output("y", y);
        Value dy = builder.input("dy", y, draw.normal(y));
        Optional<Value> winner =
                pool.needs() == WindowPool.Needs.WINNERS ? Optional.of(builder.hidden("winner", y)) : Optional.empty();
        var forward = new PoolOperation.Windowed("pool", pool, xv, yv, winner);
        builder.add(forward);
        builder.objective(yv, List.of(dy));
        builder.add(new PoolOperation.WindowedBackward("pool", forward, dy, builder.gradient(xv)));
        return builder.build(rounding(pool));
    }

    /** Max pooling is exact, but for the gradients of a pixel that wins in several windows. */
    private static Rounding rounding(WindowPool pool) {
        int across = (pool.kernelSize() - 1) / pool.stride() + 1;
        int area = pool.kernelSize() * pool.kernelSize();
        return switch (pool) {
            case MaxPool _ ->
                Rounding.ofProducts(Set.of("dy"), Map.of("y", 0, "d:x", across == 1 ? 0 : across * across));
            case AveragePool _ -> Rounding.ofProducts(Map.of("y", area, "d:x", area));
            // No slope is larger than 1; a rounding of a ratio counts p times.
            case LpPool lp ->
                (operationCase, expected) -> {
                    double largest = Arrays.stream(operationCase.values().get("dy"))
                            .map(Math::abs)
                            .max()
                            .orElseThrow();
                    double[] gradients = new double[expected.get("d:x").length];
                    Arrays.fill(gradients, across * largest);
                    double terms = (area + 8) * lp.exponent();
                    return Map.of(
                            "y", RoundingError.elementwise(terms, expected.get("y")),
                            "d:x", RoundingError.elementwise(terms, gradients));
                };
        };
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
}
