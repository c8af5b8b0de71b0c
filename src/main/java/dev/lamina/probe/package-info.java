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
 * What it takes to run programs on batches is {@code batch}'s, since training needs it too. Uses batch, backend, program,
 * graph, nn, data, manifold, metric, setting and tensor only.
 */
@NullMarked
package dev.lamina.probe;

import org.jspecify.annotations.NullMarked;
