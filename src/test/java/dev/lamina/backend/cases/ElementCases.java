package dev.lamina.backend.cases;

import dev.lamina.program.ElementOperation;
import dev.lamina.program.Value;
import dev.lamina.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Operations that add, mask, join or move elements, with their adjoints. */
public final class ElementCases {
    private ElementCases() {}

    /** y = Σ of so many values. */
    public static OperationCase sum(Draw draw, Shape shape, int count) {
        var builder = new CaseBuilder("sum of " + count + " " + shape);
        List<Value> xs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            xs.add(builder.constant(builder.input("x" + i, shape, draw.normal(shape))));
        }
        builder.add(new ElementOperation.Sum("sum", xs, builder.output("y", shape)));
        return builder.build(Rounding.ofProducts(Map.of("y", count)));
    }

    /** Examples with the given channels side by side; {@code plane} is empty for feature vectors. */
    public static OperationCase concatenate(Draw draw, int batch, Shape plane, int... channels) {
        var builder = new CaseBuilder("concatenate channels " + Arrays.toString(channels) + " of " + plane);
        List<Value> xs = new ArrayList<>();
        for (int count : channels) {
            Shape shape = plane.batched(count).batched(batch);
            xs.add(builder.input("x" + xs.size(), shape, draw.normal(shape)));
        }
        Shape joined = plane.batched(Arrays.stream(channels).sum()).batched(batch);
        Value y = builder.output("y", joined);
        Value dy = builder.input("dy", joined, draw.normal(joined));
        builder.add(new ElementOperation.Concatenate("concatenate", xs, y));
        builder.objective(y, List.of(dy));
        builder.add(new ElementOperation.ConcatenateBackward(
                "concatenate", dy, xs.stream().map(builder::gradient).toList()));
        return builder.build(Rounding.exact());
    }

    /** Flatten and its adjoint, which is a reshape as well. */
    public static OperationCase flatten(Draw draw, Shape x) {
        var builder = new CaseBuilder("flatten " + x);
        Shape flat = Shape.of(x.axis(0), x.axis(1) * x.axis(2) * x.axis(3));
        Value xv = builder.input("x", x, draw.normal(x));
        Value y = builder.output("y", flat);
        Value dy = builder.input("dy", flat, draw.normal(flat));
        builder.add(new ElementOperation.Reshape("flatten", xv, y));
        builder.objective(y, List.of(dy));
        builder.add(new ElementOperation.Reshape("flatten", dy, builder.gradient(xv)));
        return builder.build(Rounding.exact());
    }

    /** A dropout mask and its adjoint, which is the same mask. */
    public static OperationCase mask(Draw draw, Shape shape) {
        var builder = new CaseBuilder("mask " + shape);
        Value x = builder.input("x", shape, draw.normal(shape));
        Value mask = builder.constant(builder.input("mask", shape, draw.mask(shape)));
        Value y = builder.output("y", shape);
        Value dy = builder.input("dy", shape, draw.normal(shape));
        builder.add(new ElementOperation.Mask("dropout", x, mask, y));
        builder.objective(y, List.of(dy));
        builder.add(new ElementOperation.Mask("dropout", dy, mask, builder.gradient(x)));
        return builder.build(Rounding.exact());
    }

    /** Drawn slopes on the negative part, as factors of x and of its gradient. */
    public static OperationCase drawnSlopes(Draw draw, Shape shape) {
        var builder = new CaseBuilder("drawn slopes " + shape);
        Value x = builder.input("x", shape, draw.awayFromZero(shape));
        Value slopes = builder.constant(builder.input("slopes", shape, draw.uniform(shape, 0.125, 0.5)));
        Value factors = builder.output("factors", shape);
        Value y = builder.output("y", shape);
        Value dy = builder.input("dy", shape, draw.normal(shape));
        builder.add(new ElementOperation.DrawnSlope("rrelu", x, slopes, factors));
        builder.add(new ElementOperation.Mask("rrelu", x, factors, y));
        builder.objective(y, List.of(dy));
        builder.add(new ElementOperation.Mask("rrelu", dy, factors, builder.gradient(x)));
        return builder.build(Rounding.ofProducts(Map.of("factors", 1, "y", 1, "d:x", 1)));
    }

    /** The parameter-free shortcut. */
    public static OperationCase subsample(Draw draw, Shape x, int outputs, int stride) {
        var builder = new CaseBuilder("subsample " + x + " to " + outputs + " channels, stride " + stride);
        Shape y = Shape.of(x.axis(0), outputs, (x.axis(2) - 1) / stride + 1, (x.axis(3) - 1) / stride + 1);
        Value xv = builder.input("x", x, draw.normal(x));
        Value yv = builder.output("y", y);
        Value dy = builder.input("dy", y, draw.normal(y));
        builder.add(new ElementOperation.SubsampleZeroPad("shortcut", stride, xv, yv));
        builder.objective(yv, List.of(dy));
        builder.add(new ElementOperation.SubsampleZeroPadBackward("shortcut", stride, dy, builder.gradient(xv)));
        return builder.build(Rounding.exact());
    }
}
