/**
 * Named quantities of a training run: what is measured once an epoch, how batches are averaged into it, and how a long
 * series of it is thinned out for drawing.
 *
 * <pre>
 *   batches ─ BatchMean, CorrectCount ─▶ EpochMetrics (Metric → value) ─▶ metrics.jsonl, events, figures
 *   step ─ ‖Δw‖/‖w‖ of each layer ──────────▶ ┤
 *                                            └ MetricSeries ─ points, decimated ─▶ charts
 * </pre>
 *
 * May use tensor only.
 */
@NullMarked
package dev.lamina.metric;

import org.jspecify.annotations.NullMarked;
