/**
 * The raw-pixel comparison of the WNLL paper: classifiers without a network, on the same template and queries.
 *
 * <pre>
 *   TrainTest ─ RawPixelComparison ┬ LinearClassifier: one layer, trained by train.Trainer
 *                                  ├ manifold.NeighborVote
 *                                  └ manifold.Interpolator            ─▶ RawPixelRow each, as it is ready
 * </pre>
 *
 * Uses train, manifold, data, nn, graph, backend and metric.
 */
@NullMarked
package dev.lamina.experiment.pixels;

import org.jspecify.annotations.NullMarked;
