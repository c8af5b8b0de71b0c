package dev.lamina.probe;

/**
 * GBR of one class: the mean over its probe images.
 *
 * @param label the class
 * @param images how many probe images it has, at least 1
 * @param value (1/n) Σ ‖∂f(x)/∂x‖_F² over them
 * @param standardError of an estimate, 0 where the Jacobian was exact
 */
public record ClassGbr(int label, int images, double value, double standardError) {}
