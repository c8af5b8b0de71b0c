package dev.lamina.probe;

import dev.lamina.setting.Setting;
import org.jspecify.annotations.Nullable;

/** When and how the generalization-bound regularizer is measured. */
public record GbrSettings(
        @Setting(defaultValue = "true", meaning = "whether GBR is measured")
        boolean enabled,

        @Setting(
                defaultValue = "256",
                min = 1,
                max = 1_000_000,
                unit = "images",
                meaning = "training images it is measured on, the same in every epoch")
        int images,

        @Setting(
                defaultValue = "1",
                min = 1,
                max = 1_000_000,
                unit = "epochs",
                meaning = "epochs between measurements; the last of training.epochs is measured too")
        int everyEpochs,

        @Setting(
                defaultValue = "\"auto\"",
                meaning = "exact (one backward pass a class), estimate (random projections), or auto: exact up to 16")
        GbrMethod method,

        @Setting(
                min = 1,
                max = 4096,
                meaning = "projections p of an estimate for each image, " + GbrSettings.STANDARD_PROJECTIONS
                        + " unless given; its error falls as 1/√p")
        @Nullable
        Integer projections,

        @Setting(
                defaultValue = "\"logits\"",
                meaning =
                        "the function f whose derivative is measured: logits, the label's probability, or the last layer's"
                                + " output before the normalization that follows it")
        GbrFunction function,

        @Setting(
                defaultValue = "10",
                min = 0,
                max = 1_000_000,
                unit = "s",
                meaning =
                        "seconds between further readings within an epoch, 0 for none; they take at most 1/20 of the time")
        double everySeconds) {
    private static final int STANDARD_PROJECTIONS = 8;

    /** The same of another function. */
    GbrSettings of(GbrFunction other) {
        return new GbrSettings(enabled, images, everyEpochs, method, projections, other, everySeconds);
    }

    /** Projections of an estimate. */
    int projectionsOrStandard() {
        return projections == null ? STANDARD_PROJECTIONS : projections;
    }
}
