/**
 * The training loop: what happens between two events.
 *
 * <pre>
 *   TrainingPlan ─▶ TrainingStages (one, or for WNLL linear and WNLL in turn) ─▶ StageSequence: the StageWork at hand
 *   TrainingPlan ─▶ Trainer ─ every step: commands, batch, hyperparameters, masks ─▶ StageWork (TrainingStep, WnllWork)
 *                      ├ every epoch: EpochProbes ─▶ EpochMetrics, EarlyStopping, checkpoint
 *                      ├ TrainingEvent out, TrainingCommand in
 *                      ├ MeasureCommands: a copy of the values after a step ─▶ Observer, which answers on a thread of its own
 *                      └ Checkpoint (Progress + values by name) ─▶ CheckpointStore, which someone else writes to disk
 * </pre>
 *
 * A run is a function of its plan: everything random follows from the seed, the epoch and the step, so a run that goes
 * on from a checkpoint does what the uninterrupted one did, bit for bit. Uses batch, backend, program, probe, manifold,
 * graph, nn, data, event, metric, setting and tensor.
 */
@NullMarked
package dev.lamina.train;

import org.jspecify.annotations.NullMarked;
