package dev.lamina.nn.head;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;

/** A linear classifier followed by softmax cross-entropy. */
@JsonTypeName("softmax")
@Origin(formula = "ℓ = −log p_y, p_k = e^(z_k) / Σ_j e^(z_j)", source = "Bridle 1990")
public record SoftmaxHead(
        @Setting(defaultValue = "true", meaning = "whether the linear classifier has a bias")
        boolean bias,

        @Setting(
                defaultValue = "0.0",
                min = 0,
                max = 1,
                maxExclusive = true,
                meaning = "label smoothing ε: the target is (1 − ε)·one-hot + ε/K")
        double labelSmoothing,

        @Setting(
                defaultValue = "\"automatic\"",
                meaning =
                        "whether a batch normalization stands behind the linear classifier, whose bias then falls away:"
                                + " on, off, or automatic, which is on under an equal-norm constraint")
        LogitsNormalization normalization)
        implements Head {
    /** Normalized under an equal-norm constraint only. */
    public SoftmaxHead(boolean bias, double labelSmoothing) {
        this(bias, labelSmoothing, LogitsNormalization.AUTOMATIC);
    }

    @Override
    public boolean normalizesLogits() {
        return normalization == LogitsNormalization.ON;
    }

    @Override
    public Head underEqualNorm() {
        return normalization == LogitsNormalization.AUTOMATIC
                ? new SoftmaxHead(bias, labelSmoothing, LogitsNormalization.ON)
                : this;
    }

    @Override
    public Loss loss() {
        return new Loss.CrossEntropy(labelSmoothing);
    }
}
