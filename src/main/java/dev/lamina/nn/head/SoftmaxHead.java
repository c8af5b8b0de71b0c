package dev.lamina.nn.head;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.setting.Setting;

/** A linear classifier followed by softmax cross-entropy. */
@JsonTypeName("softmax")
public record SoftmaxHead(
        @Setting(defaultValue = "true", meaning = "whether the linear classifier has a bias")
        boolean bias,

        @Setting(
                defaultValue = "0.0",
                min = 0,
                max = 1,
                maxExclusive = true,
                meaning = "label smoothing ε: the target is (1 − ε)·one-hot + ε/K")
        double labelSmoothing)
        implements Head {
    @Override
    public Loss loss() {
        return new Loss.CrossEntropy(labelSmoothing);
    }
}
