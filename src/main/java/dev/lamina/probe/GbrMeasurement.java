package dev.lamina.probe;

/**
 * One reading of GBR.
 *
 * @param value (1/n) Σ ‖∂f(x)/∂x‖_F² over the probe images
 * @param standardError of the estimate, 0 where the Jacobian was exact
 * @param method {@link GbrMethod#EXACT} or {@link GbrMethod#ESTIMATE}
 */
public record GbrMeasurement(double value, double standardError, GbrMethod method, double durationSeconds) {}
