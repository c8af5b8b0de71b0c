package dev.lamina.nn.activation;

/**
 * A trained parameter of an activation.
 *
 * @param name as in the formula, spelled out ("alpha")
 * @param initialValue its value before step 1
 * @param minimum the update clamps to this from below (−∞ for none)
 * @param learningRateFactor multiplies the run's learning rate
 * @param weightDecayFactor multiplies the run's weight decay; 0 for none
 */
public record ActivationParameter(
        String name, double initialValue, double minimum, double learningRateFactor, double weightDecayFactor) {}
