package dev.lamina.backend.cpu.plan;

import dev.lamina.nn.head.LargeMarginSoftmax;
import dev.lamina.nn.head.LossInput;
import dev.lamina.nn.head.LossInputs;
import java.util.Arrays;

/**
 * {@link LargeMarginSoftmax}. Of features and weights only norms enter the loss, so its gradients in them are these
 * themselves, each row times one number: dx_n = a_n x_n, dW_k = b_k W_k.
 */
final class MarginLoss implements ExampleLoss {
    private final LargeMarginSoftmax function;
    private final ExampleLoss softmax;
    private final Rows features;
    private final Rows weights;
    private final double[] featureFactors;
    private final double[] weightFactors;

    MarginLoss(LargeMarginSoftmax function, LossInputs<Rows> read) {
        this.function = function;
        this.features = read.get(LossInput.FEATURES);
        this.weights = read.get(LossInput.WEIGHTS);
        this.softmax = new CrossEntropy(0, new double[weights.count()]);
        this.featureFactors = new double[features.count()];
        this.weightFactors = new double[weights.count()];
    }

    @Override
    public double value(double[] z, int example, int label) {
        double plain = z[label];
        z[label] = function.logit(plain, features.norm(example) * weights.norm(label));
        double value = softmax.value(z, example, label);
        z[label] = plain;
        return value;
    }

    @Override
    public void addGradient(double[] z, int example, int label, double weight, double[] gradient) {
        double plain = z[label];
        double before = gradient[label];
        double x = features.norm(example);
        double w = weights.norm(label);
        gradient[label] = 0;
        z[label] = function.logit(plain, x * w);
        softmax.addGradient(z, example, label, weight, gradient);
        z[label] = plain;
        double ofScale = gradient[label] * function.scaleSlope(plain, x * w);
        gradient[label] = before + gradient[label] * function.logitSlope(plain, x * w);
        if (ofScale != 0) {
            featureFactors[example] += ofScale * w / x;
            weightFactors[label] += ofScale * x / w;
        }
    }

    @Override
    public void begin() {
        Arrays.fill(featureFactors, 0);
        Arrays.fill(weightFactors, 0);
    }

    @Override
    public void writeOthers(LossInputs<Rows> gradients, double factor) {
        gradients.get(LossInput.FEATURES).scale(features, featureFactors, factor);
        gradients.get(LossInput.WEIGHTS).scale(weights, weightFactors, factor);
    }
}
