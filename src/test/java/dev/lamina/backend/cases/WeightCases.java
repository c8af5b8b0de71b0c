package dev.lamina.backend.cases;

import dev.lamina.nn.regularizer.EqualNorm;
import dev.lamina.nn.regularizer.EqualNormForm;
import dev.lamina.nn.regularizer.ShiftedDecay;
import dev.lamina.program.Value;
import dev.lamina.program.WeightOperation;
import dev.lamina.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Constraints on weights with their gradients, and the decay that belongs to them. */
public final class WeightCases {
    private WeightCases() {}

    /** Weights of equal norm. */
    public static OperationCase equalNorm(Draw draw, Shape shape, EqualNormForm type, double alpha) {
        var constraint = new EqualNorm(type, alpha, 0, 0);
        var builder = new CaseBuilder("equal norm " + alpha + " by " + type + " on " + shape);
        Value w = builder.parameter("w", shape, draw.normal(shape));
        Value effective = builder.output("effective", shape);
        Value upstream = builder.input("upstream", shape, draw.normal(shape));
        var forward = new WeightOperation.EqualNorm("layer", constraint, w, effective);
        builder.add(forward);
        builder.objective(effective, List.of(upstream));
        builder.add(new WeightOperation.EqualNormBackward("layer", forward, upstream, builder.gradient(w)));
        return builder.build((operationCase, expected) -> {
            double[] raw = operationCase.values().get("w");
            double factor = largestFactor(constraint, raw, shape.axis(0));
            double weight = factor * largest(raw);
            double gradient = factor * largest(operationCase.values().get("upstream"));
            return Map.of(
                    "effective", RoundingError.inFloat32(8, filled(raw.length, weight)),
                    "d:w", RoundingError.inFloat32(16, filled(raw.length, gradient)));
        });
    }

    /** Weights times their gains, with both gradients. */
    public static OperationCase gain(Draw draw, Shape shape, int gains) {
        var builder = new CaseBuilder("gain of " + gains + " on " + shape);
        Value unit = builder.parameter("unit", shape, draw.normal(shape));
        Value gain = builder.parameter("gain", Shape.of(gains), draw.normal(Shape.of(gains)));
        Value scaled = builder.output("scaled", shape);
        Value upstream = builder.input("upstream", shape, draw.normal(shape));
        var forward = new WeightOperation.Gain("layer", unit, gain, scaled);
        builder.add(forward);
        builder.objective(scaled, List.of(upstream));
        builder.add(new WeightOperation.GainBackward(
                "layer", forward, upstream, builder.gradient(unit), builder.gradient(gain)));
        return builder.build((operationCase, expected) -> {
            int length = Math.toIntExact(shape.size());
            double weights = largest(operationCase.values().get("unit"));
            double factor = largest(operationCase.values().get("gain"));
            double gradient = largest(operationCase.values().get("upstream"));
            return Map.of(
                    "scaled", RoundingError.inFloat32(2, filled(length, factor * weights)),
                    "d:unit", RoundingError.inFloat32(2, filled(length, factor * gradient)),
                    "d:gain", RoundingError.inFloat32(4, filled(gains, (double) length / gains * gradient * weights)));
        });
    }

    /** A gradient and the shifted decay of its weights. */
    public static OperationCase addShiftedDecay(Draw draw, Shape shape, ShiftedDecay decay) {
        var builder = new CaseBuilder(decay + " on " + shape);
        builder.add(new WeightOperation.AddShiftedDecay(
                "layer",
                decay,
                builder.constant(builder.parameter("w", shape, draw.normal(shape))),
                builder.constant(builder.input("gradient", shape, draw.normal(shape))),
                builder.output("total", shape)));
        return builder.build((operationCase, expected) -> {
            double[] w = operationCase.values().get("w");
            double[] magnitude = operationCase.values().get("gradient").clone();
            double[] added = decay.gradient(w, shape.axis(0));
            for (int k = 0; k < magnitude.length; k++) {
                magnitude[k] = Math.abs(magnitude[k]) + Math.abs(added[k]) + decay.lambda() * largest(w);
            }
            return Map.of("total", RoundingError.inFloat32(8, magnitude));
        });
    }

    /** The largest s/‖u‖ of a group: what a difference of two weights is multiplied by. */
    private static double largestFactor(EqualNorm constraint, double[] raw, int rows) {
        double[] effective = constraint.effective(raw, rows);
        int length = raw.length / rows;
        double largest = 0;
        for (int row = 0; row < rows; row++) {
            double[] w = Arrays.copyOfRange(raw, row * length, (row + 1) * length);
            double[] e = Arrays.copyOfRange(effective, row * length, (row + 1) * length);
            double slope = length > 1 && constraint.type().centered() ? range(e) / range(w) : largest(e) / largest(w);
            largest = Math.max(largest, slope);
        }
        return largest;
    }

    private static double range(double[] values) {
        return Arrays.stream(values).max().orElseThrow()
                - Arrays.stream(values).min().orElseThrow();
    }

    private static double largest(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElseThrow();
    }

    private static double[] filled(int length, double value) {
        double[] filled = new double[length];
        Arrays.fill(filled, value);
        return filled;
    }
}
