package dev.lamina.backend.cases;

import dev.lamina.program.LossOperation;
import dev.lamina.program.Value;
import dev.lamina.tensor.Shape;
import java.util.List;
import java.util.Map;

/** Losses on logits, with their gradients. */
public final class LossCases {
    private LossCases() {}

    /** Softmax cross-entropy of given logits [N, K]. */
    public static OperationCase crossEntropy(
            String name, Shape shape, double[] logits, double[] labels, double labelSmoothing) {
        var builder = new CaseBuilder("cross-entropy of " + shape + ", smoothing " + labelSmoothing + ", " + name);
        Value z = builder.input("logits", shape, logits);
        Value labelValue = builder.constant(builder.input("labels", Shape.of(shape.axis(0)), labels));
        Value loss = builder.output("loss", Shape.of());
        Value correct = builder.output("correct", Shape.of());
        builder.add(new LossOperation.CrossEntropy("head", labelSmoothing, z, labelValue, loss, correct));
        builder.objective(loss, List.of());
        builder.add(new LossOperation.CrossEntropyBackward("head", labelSmoothing, z, labelValue, builder.gradient(z)));
        return builder.build((operationCase, expected) -> errors(shape, logits));
    }

    /**
     * The loss to roundings of the largest logit. The gradient's softmax is that of logits less the largest one, whose
     * rounding moves a probability p by p·|z − largest|.
     */
    private static Map<String, RoundingError> errors(Shape shape, double[] logits) {
        int batch = shape.axis(0);
        int classes = shape.axis(1);
        double magnitude = 0;
        double[] gradient = new double[logits.length];
        for (int n = 0; n < batch; n++) {
            double largest = Double.NEGATIVE_INFINITY;
            double size = 0;
            for (int k = 0; k < classes; k++) {
                largest = Math.max(largest, logits[n * classes + k]);
                size = Math.max(size, Math.abs(logits[n * classes + k]));
            }
            double sum = 0;
            for (int k = 0; k < classes; k++) {
                sum += Math.exp(logits[n * classes + k] - largest);
            }
            magnitude += (2 * size + Math.log(sum) + 1) / batch;
            for (int k = 0; k < classes; k++) {
                double below = largest - logits[n * classes + k];
                gradient[n * classes + k] = (Math.exp(-below) / sum * (1 + below) + 1) / batch;
            }
        }
        double[] loss = {magnitude};
        return Map.of(
                "loss",
                RoundingError.inFloat32((double) batch * classes, loss),
                "correct",
                RoundingError.none(1),
                "d:logits",
                RoundingError.elementwise(classes, gradient));
    }
}
