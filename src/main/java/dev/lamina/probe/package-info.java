/**
 * Measurements on a network that is being trained, by programs that leave its parameters alone.
 *
 * <pre>
 *   Session (parameters) ─ Programs.evaluation ─▶ Evaluator: loss and accuracy of a data set
 *                        ─ Programs.inputGradients ─▶ GeneralizationBound: GBR of a fixed set of training images
 *                        ─ Programs.lossInputGradient ─▶ FastGradientSign: accuracy on adversarial examples
 *                        ─ read ─▶ NormBounds: norm product and weight-decay bound
 * </pre>
 *
 * Uses backend, program, graph, nn, data, manifold, metric, setting and tensor only.
 */
@NullMarked
package dev.lamina.probe;

import org.jspecify.annotations.NullMarked;
