package dev.lamina.nn.head;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;

/**
 * A linear support vector machine on the features: a linear classifier trained by the hinge loss, one class against the
 * rest; the largest logit decides. Source: Tang 2013, "Deep learning using linear support vector machines". Its weights
 * are decayed like all others, which is the SVM's own ½‖w‖².
 */
@JsonTypeName("svm")
@Origin(formula = "ℓ = Σ_k max(0, 1 − s_k z_k)^p", source = "Tang 2013; Gu et al., eq. 16")
public record SvmHead(
        @Setting(defaultValue = "true", meaning = "whether the linear classifier has a bias")
        boolean bias,

        @Setting(
                defaultValue = "\"l2\"",
                meaning = "hinge: l1 is Σ max(0, 1 − s z), l2 its terms squared; s = 1 for the label, −1 otherwise")
        HingePower hinge,

        @Setting(
                defaultValue = "\"automatic\"",
                meaning =
                        "whether a batch normalization stands behind the linear classifier, whose bias then falls away:"
                                + " on, off, or automatic, which is on under an equal-norm constraint")
        LogitsNormalization normalization)
        implements Head {
    /** Normalized under an equal-norm constraint only. */
    public SvmHead(boolean bias, HingePower hinge) {
        this(bias, hinge, LogitsNormalization.AUTOMATIC);
    }

    @Override
    public boolean normalizesLogits() {
        return normalization == LogitsNormalization.ON;
    }

    @Override
    public Head underEqualNorm() {
        return normalization == LogitsNormalization.AUTOMATIC ? new SvmHead(bias, hinge, LogitsNormalization.ON) : this;
    }

    @Override
    public Loss loss() {
        return new Loss.Hinge(hinge);
    }
}
