package dev.lamina.backend.cases;

import dev.lamina.nn.optim.Adam;
import dev.lamina.program.UpdateOperation;
import dev.lamina.program.UpdateRule;
import dev.lamina.program.Value;
import dev.lamina.tensor.Shape;
import java.util.Map;

/** Optimizer updates of one parameter. */
public final class UpdateCases {
    private static final double LEARNING_RATE = 0.125;
    private static final double MOMENTUM = 0.875;
    private static final double WEIGHT_DECAY = 0.03125;

    private UpdateCases() {}

    /** One step of stochastic gradient descent from a given velocity. */
    public static OperationCase sgd(Draw draw, Shape shape, boolean nesterov, UpdateRule rule) {
        var builder = new CaseBuilder("sgd on " + shape + (nesterov ? ", Nesterov, " : ", ") + rule);
        builder.add(new UpdateOperation.Sgd(
                "layer",
                nesterov,
                rule,
                builder.constant(builder.parameter("w", shape, draw.normal(shape))),
                builder.constant(builder.input("gradient", shape, draw.normal(shape))),
                builder.state("w#velocity", shape, draw.normal(shape)),
                hyperparameters(builder, LEARNING_RATE, MOMENTUM, WEIGHT_DECAY)));
        return builder.build((operationCase, expected) -> {
            Map<String, double[]> values = operationCase.values();
            double[] velocity = new double[(int) shape.size()];
            double[] w = new double[velocity.length];
            for (int k = 0; k < w.length; k++) {
                double parameter = Math.abs(values.get("w")[k]);
                double g = Math.abs(values.get("gradient")[k]) + WEIGHT_DECAY * rule.weightDecayFactor() * parameter;
                velocity[k] = MOMENTUM * Math.abs(values.get("w#velocity")[k]) + g;
                w[k] = parameter + LEARNING_RATE * rule.learningRateFactor() * (g + velocity[k]);
            }
            return Map.of("w", RoundingError.inFloat32(8, w), "w#velocity", RoundingError.inFloat32(8, velocity));
        });
    }

    /** The third step of Adam from given moments. */
    public static OperationCase adam(Draw draw, Shape shape, UpdateRule rule) {
        var adam = new Adam(0.875, 0.96875, 1e-8);
        double firstCorrection = 1 - Math.pow(adam.beta1(), 3);
        double secondCorrection = 1 - Math.pow(adam.beta2(), 3);
        var builder = new CaseBuilder("adam on " + shape + ", " + rule);
        builder.add(new UpdateOperation.Adam(
                "layer",
                adam,
                rule,
                builder.constant(builder.parameter("w", shape, draw.normal(shape))),
                builder.constant(builder.input("gradient", shape, draw.normal(shape))),
                builder.state("w#firstMoment", shape, draw.normal(shape)),
                builder.state("w#secondMoment", shape, draw.uniform(shape, 0.1, 2)),
                hyperparameters(builder, LEARNING_RATE, WEIGHT_DECAY, firstCorrection, secondCorrection)));
        return builder.build((operationCase, expected) -> {
            Map<String, double[]> values = operationCase.values();
            double[] first = new double[(int) shape.size()];
            double[] second = new double[first.length];
            double[] w = new double[first.length];
            for (int k = 0; k < w.length; k++) {
                double parameter = Math.abs(values.get("w")[k]);
                double g = Math.abs(values.get("gradient")[k]) + WEIGHT_DECAY * rule.weightDecayFactor() * parameter;
                first[k] = adam.beta1() * Math.abs(values.get("w#firstMoment")[k]) + (1 - adam.beta1()) * g;
                second[k] = adam.beta2() * values.get("w#secondMoment")[k] + (1 - adam.beta2()) * g * g;
                double secondMoment = expected.get("w#secondMoment")[k];
                double step = LEARNING_RATE * rule.learningRateFactor() * first[k] / firstCorrection;
                double sensitivity = 1 + second[k] / secondMoment;
                w[k] = parameter + step / Math.sqrt(secondMoment / secondCorrection) * sensitivity;
            }
            return Map.of(
                    "w", RoundingError.inFloat32(16, w),
                    "w#firstMoment", RoundingError.inFloat32(8, first),
                    "w#secondMoment", RoundingError.inFloat32(8, second));
        });
    }

    private static Value hyperparameters(CaseBuilder builder, double... values) {
        double[] floats = new double[values.length];
        for (int k = 0; k < values.length; k++) {
            floats[k] = (float) values[k];
        }
        return builder.constant(builder.input("hyperparameters", Shape.of(values.length), floats));
    }
}
