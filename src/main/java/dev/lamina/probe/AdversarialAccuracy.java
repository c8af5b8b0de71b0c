package dev.lamina.probe;

/**
 * How well a network does on adversarial examples.
 *
 * @param epsilon how far every pixel was moved, in the scale asked for; 0 means the images as they are
 * @param accuracy fraction of the examples that are right
 * @param loss mean over the examples
 */
public record AdversarialAccuracy(double epsilon, double accuracy, double loss) {}
