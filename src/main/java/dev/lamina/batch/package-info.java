/**
 * Runs programs on batches of images or points, for whoever trains a network and whoever measures one.
 *
 * <pre>
 *   data.Batch ─ BatchTensors: inputs by name ─▶ ExecutablesByBatchSize ─▶ BatchResult: loss and hits
 *   images, points ─ FeatureReader ─▶ manifold.Points: the last layer's outputs
 *   Interruption: whether the work is still wanted
 * </pre>
 *
 * A training step and a measurement need the same things here, and neither needs the other. Uses backend, program, graph, nn,
 * data, manifold and tensor.
 */
@NullMarked
package dev.lamina.batch;

import org.jspecify.annotations.NullMarked;
