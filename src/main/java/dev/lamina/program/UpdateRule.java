package dev.lamina.program;

/**
 * What is particular to one parameter's update: factors on learning rate and weight decay, and the value it is clamped
 * to from below afterwards (−∞ for none).
 */
public record UpdateRule(double learningRateFactor, double weightDecayFactor, double minimum) {
    /** The same where the gradient brings its decay with it. */
    public UpdateRule withoutDecay() {
        return new UpdateRule(learningRateFactor, 0, minimum);
    }
}
