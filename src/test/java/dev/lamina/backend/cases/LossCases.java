package dev.lamina.backend.cases;

import dev.lamina.nn.head.HingePower;
import dev.lamina.nn.head.Loss;
import dev.lamina.program.LossOperation;
import dev.lamina.program.Targets;
import dev.lamina.program.Value;
import dev.lamina.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Losses on logits, with their gradients. */
public final class LossCases {
    private LossCases() {}

    /** Every loss, in each of its forms. */
    public static List<Loss> all() {
        return List.of(
                new Loss.CrossEntropy(0),
                new Loss.CrossEntropy(0.125),
                new Loss.Hinge(HingePower.PLAIN),
                new Loss.Hinge(HingePower.SQUARED));
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
        Value z = builder.input("logits", shape, logits);
        Value loss = builder.output("loss", Shape.of());
        Value correct = builder.output("correct", Shape.of());
        builder.add(new LossOperation.Forward("head", function, z, targets, loss, correct));
        builder.objective(loss, List.of());
        builder.add(new LossOperation.Backward("head", function, z, targets, builder.gradient(z)));
        return builder.build((operationCase, expected) -> errors(function, shape, logits));
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
