package dev.lamina.metric;

import java.util.Arrays;
import java.util.Optional;

/**
 * A quantity measured once an epoch. Adding a constant here gives it a JSON key, an axis label and a place in figures.
 * Accuracies are fractions from 0 to 1 everywhere but on paper, where {@link #displayed} turns them into percent.
 */
public enum Metric {
    /** The value of the minimized function, without weight decay, averaged over the epoch's training images. */
    TRAIN_LOSS("trainLoss", "training", "loss", "", 1, Scale.LINEAR),
    TRAIN_ACCURACY("trainAccuracy", "training", "accuracy", "%", 100, Scale.LINEAR),
    VALIDATION_LOSS("validationLoss", "validation", "loss", "", 1, Scale.LINEAR),
    VALIDATION_ACCURACY("validationAccuracy", "validation", "accuracy", "%", 100, Scale.LINEAR),
    TEST_LOSS("testLoss", "test", "loss", "", 1, Scale.LINEAR),
    TEST_ACCURACY("testAccuracy", "test", "accuracy", "%", 100, Scale.LINEAR),
    /** With WNLL in place of the linear classifier, the training set as template. */
    WNLL_VALIDATION_ACCURACY("wnllValidationAccuracy", "WNLL validation", "accuracy", "%", 100, Scale.LINEAR),
    WNLL_TEST_ACCURACY("wnllTestAccuracy", "WNLL test", "accuracy", "%", 100, Scale.LINEAR),
    /** Generalization-bound regularizer (1/n) Σ ‖∂f(x)/∂x‖_F² with respect to the normalized pixels. */
    GBR("gbr", "", "GBR", "normalized pixels", 1, Scale.LOGARITHMIC),
    /** Standard error of the estimated {@link #GBR}; 0 where the Jacobian was exact. */
    GBR_STANDARD_ERROR("gbrStandardError", "", "standard error of GBR", "normalized pixels", 1, Scale.LOGARITHMIC),
    /** log₁₀ Π ‖Wⁱ‖_F² over the weight layers. */
    LOG10_NORM_PRODUCT("log10NormProduct", "", "log₁₀ norm product", "", 1, Scale.LINEAR),
    /** log₁₀ ((Σ ‖Wⁱ‖_F²) / L)^L over the L weight layers. */
    LOG10_WEIGHT_DECAY_BOUND("log10WeightDecayBound", "", "log₁₀ weight-decay bound", "", 1, Scale.LINEAR),
    LEARNING_RATE("learningRate", "", "learning rate", "", 1, Scale.LOGARITHMIC),
    IMAGES_PER_SECOND("imagesPerSecond", "", "throughput", "images/s", 1, Scale.LINEAR),
    EPOCH_SECONDS("epochSeconds", "", "time per epoch", "s", 1, Scale.LINEAR);

    /** How an axis that shows the quantity is best divided. */
    public enum Scale {
        LINEAR,
        LOGARITHMIC
    }

    private final String id;
    private final String part;
    private final String quantity;
    private final String unit;
    private final double displayFactor;
    private final Scale scale;

    Metric(String id, String part, String quantity, String unit, double displayFactor, Scale scale) {
        this.id = id;
        this.part = part;
        this.quantity = quantity;
        this.unit = unit;
        this.displayFactor = displayFactor;
        this.scale = scale;
    }

    /** The key in metrics.jsonl and in events; it never changes meaning. */
    public String id() {
        return id;
    }

    /** The part of the data it is measured on ("training", "validation", "test"), empty where that does not apply. */
    public String part() {
        return part;
    }

    /** What is measured, without the part of the data: "accuracy", "GBR". */
    public String quantity() {
        return quantity;
    }

    /** Part and quantity: "validation accuracy". */
    public String label() {
        return part.isEmpty() ? quantity : part + " " + quantity;
    }

    /** The unit in which {@link #displayed} values are, empty for a pure number. */
    public String unit() {
        return unit;
    }

    /** A name for the quantity followed by its unit, as an axis says it: "accuracy (%)", "test accuracy (%)". */
    public String withUnit(String name) {
        return unit.isEmpty() ? name : name + " (" + unit + ")";
    }

    public Scale scale() {
        return scale;
    }

    /** A measured value in {@link #unit}: 0.914 becomes 91.4 for an accuracy. */
    public double displayed(double value) {
        return value * displayFactor;
    }

    /** The metric of a JSON key, empty for a key nobody defined. */
    public static Optional<Metric> byId(String id) {
        return Arrays.stream(values()).filter(m -> m.id.equals(id)).findFirst();
    }
}
