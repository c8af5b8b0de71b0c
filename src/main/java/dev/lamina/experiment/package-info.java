/**
 * The front door: a configuration goes in, a run folder comes out.
 *
 * <pre>
 *   ExperimentConfig ─ ExperimentSetup: data, network, plan ─▶ ExperimentRun ─ train.Trainer ─▶ TrainingEvent
 *        │                                                        └ RunRecorder ─▶ RunFolder
 *        ├ Sweep: one run for each combination, a figure of all
 *        └ worker: the same in a process of its own;  RunBranch: a run that begins at another one's checkpoint
 *
 *   RunFolder: config.json  run.json (RunRecord)  metrics.jsonl (MetricsFile)  checkpoints/ (CheckpointFiles)  figures/
 * </pre>
 *
 * Each run has a thread of its own, which opens the backend and does all the work; {@link dev.lamina.experiment.RunHandle}
 * reaches it from others. Everything in a folder is written completely or not at all. Uses every package but cli and ui.
 */
@NullMarked
package dev.lamina.experiment;

import org.jspecify.annotations.NullMarked;
