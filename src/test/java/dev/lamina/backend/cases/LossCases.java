package dev.lamina.backend.cases;

import dev.lamina.nn.head.HingePower;
import dev.lamina.nn.head.LargeMarginSoftmax;
import dev.lamina.nn.head.Loss;
import dev.lamina.nn.head.LossInputs;
import dev.lamina.program.LossOperation;
import dev.lamina.program.Targets;
import dev.lamina.program.Value;
import dev.lamina.tensor.Shape;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Losses of given logits, with their gradients in all that they read. */
public final class LossCases {
    private LossCases() {}

    /** Every loss, in each of its forms. */
    public static List<Loss> all() {
        return List.of(
                new Loss.CrossEntropy(0),
                new Loss.CrossEntropy(0.125),
                new Loss.Hinge(HingePower.PLAIN),
                new Loss.Hinge(HingePower.SQUARED),
                new LargeMarginSoftmax(2, 0),
                new LargeMarginSoftmax(3, 0.5),
                new LargeMarginSoftmax(4, 0));
    }

    /** Softmax cross-entropy of given logits [N, K]. */
    public static OperationCase crossEntropy(
            String name, Shape shape, double[] logits, double[] labels, double labelSmoothing) {
        return of(name, new Loss.CrossEntropy(labelSmoothing), shape, logits, labels);
    }

    /** A loss of given logits [N, K]. */
    public static OperationCase of(String name, Loss function, Shape shape, double[] logits, double[] labels) {
        var builder = new CaseBuilder(function + " of " + shape + ", " + name);
        Value labelValue = builder.constant(builder.input("labels", Shape.of(shape.axis(0)), labels));
        return of(builder, function, shape, logits, Targets.of(labelValue));
    }

    /** The same where the second labels have the share that is left of the first's. */
    public static OperationCase mixed(
            Loss function, Shape shape, double[] logits, double[] labels, double[] secondLabels, double firstShare) {
        var builder = new CaseBuilder(function + " of " + shape + ", mixed targets");
        Shape examples = Shape.of(shape.axis(0));
        var targets = Targets.mixed(
                builder.constant(builder.input("labels", examples, labels)),
                builder.constant(builder.input("secondLabels", examples, secondLabels)),
                builder.constant(builder.input("firstShare", Shape.of(), new double[] {firstShare})));
        return of(builder, function, shape, logits, targets);
    }

    private static OperationCase of(CaseBuilder builder, Loss function, Shape shape, double[] logits, Targets targets) {
        int classes = shape.axis(1);
        LossInputs<Value> read = LossInputs.of(function.reads(), input -> switch (input) {
            case LOGITS -> builder.input("logits", shape, logits);
            case FEATURES -> builder.input("features", shape, features(logits));
            case WEIGHTS -> builder.input("weights", Shape.of(classes, classes), weights(classes));
        });
        Value loss = builder.output("loss", Shape.of());
        Value correct = builder.output("correct", Shape.of());
        builder.add(new LossOperation.Forward("head", function, read, targets, loss, correct));
        builder.objective(loss, List.of());
        LossInputs<Value> gradients = read.map((_, value) -> builder.gradient(value));
        builder.add(new LossOperation.Backward("head", function, read, targets, gradients));
        return builder.build((operationCase, expected) -> function instanceof LargeMarginSoftmax
                ? errors(operationCase, expected)
                : errors(function, shape, logits));
    }

    /** As many as classes, such that a logit is the product with twice the axis of its class. */
    private static double[] features(double[] logits) {
        return Arrays.stream(logits).map(z -> z / 2).toArray();
    }

    /** Twice the axes and some more, so that no angle's cosine is beyond ±1. */
    private static double[] weights(int classes) {
        double[] weights = new double[classes * classes];
        for (int k = 0; k < weights.length; k++) {
            int row = k / classes;
            int column = k % classes;
            weights[k] = row == column ? 2 : ((row + column) % 3 - 1) / 4.0;
        }
        return weights;
    }

    /** Of what is computed in double and rounded at the end. */
    private static Map<String, RoundingError> errors(OperationCase operationCase, Outcome expected) {
        Map<String, RoundingError> errors = new HashMap<>();
        operationCase.program().outputs().keySet().forEach(name -> {
            double[] magnitude =
                    Arrays.stream(expected.get(name)).map(Math::abs).toArray();
            errors.put(
                    name,
                    name.startsWith("d:")
                            ? RoundingError.elementwise(1, magnitude)
                            : RoundingError.inFloat32(1, magnitude));
        });
        return errors;
    }

    private static Map<String, RoundingError> errors(Loss function, Shape shape, double[] logits) {
        double magnitude = 0;
        double[] gradient = new double[logits.length];
        int batch = shape.axis(0);
        int classes = shape.axis(1);
        for (int n = 0; n < batch; n++) {
            double[] z = Arrays.copyOfRange(logits, n * classes, (n + 1) * classes);
            magnitude += function instanceof Loss.Hinge(HingePower power)
                    ? hinge(power, z, gradient, n * classes)
                    : crossEntropy(z, gradient, n * classes);
        }
        for (int k = 0; k < gradient.length; k++) {
            gradient[k] /= batch;
        }
        return Map.of(
                "loss",
                RoundingError.inFloat32((double) batch * classes, new double[] {magnitude / batch}),
                "correct",
                RoundingError.inFloat32(batch, new double[] {batch}),
                "d:logits",
                RoundingError.elementwise(classes, gradient));
    }

    /**
     * The loss to roundings of the largest logit. The gradient's softmax is that of logits less the largest one, whose
     * rounding moves a probability p by p·|z − largest|.
     */
    private static double crossEntropy(double[] z, double[] gradient, int place) {
        double largest = Double.NEGATIVE_INFINITY;
        double size = 0;
        for (double logit : z) {
            largest = Math.max(largest, logit);
            size = Math.max(size, Math.abs(logit));
        }
        double sum = 0;
        for (double logit : z) {
            sum += Math.exp(logit - largest);
        }
        for (int k = 0; k < z.length; k++) {
            double below = largest - z[k];
            gradient[place + k] = Math.exp(-below) / sum * (1 + below) + 1;
        }
        return 2 * size + Math.log(sum) + 1;
    }

    /** Loss and gradient to roundings of the margins. */
    private static double hinge(HingePower power, double[] z, double[] gradient, int place) {
        double loss = 0;
        for (int k = 0; k < z.length; k++) {
            double margin = 1 + Math.abs(z[k]);
            loss += power == HingePower.SQUARED ? margin * margin : margin;
            gradient[place + k] = power == HingePower.SQUARED ? 2 * margin : 1;
        }
        return loss;
    }
}
