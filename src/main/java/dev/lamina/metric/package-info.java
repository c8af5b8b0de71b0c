/**
 * Named quantities of a training run: what is measured, how batches are averaged into it, and how a long series of it is
 * thinned out for drawing.
 *
 * <pre>
 *   batches ─ BatchMean, CorrectCount ─▶ Reading ─ under its Tag ─▶ EpochMetrics ─▶ metrics.jsonl, events, charts, figures
 *   Tag: unit, scale, side, color, formula, paper: all that charts, read-outs, figures and the command line say of a reading
 *   Decimation: points of a curve to the pixels there are
 * </pre>
 *
 * May use tensor only.
 */
@NullMarked
package dev.lamina.metric;

import org.jspecify.annotations.NullMarked;
