/**
 * The front door: a configuration goes in, a run folder comes out.
 *
 * <pre>
 *   ExperimentConfig ─ ExperimentSetup: data, network, plan ─▶ ExperimentRun ─ train.Trainer ─▶ TrainingEvent
 *        │                                                        └ archive.RunRecorder ─▶ archive.RunFolder
 *        ├ SweepRun: the runs of a sweep (ListedJobs), a search (SearchJobs) or several seeds, as many at once as there are
 *        │           Slots, here or through a RunDoor; a figure of all
 *        └ worker: the same in a process of its own
 *
 *   archive.StoredRun ─▶ RunFigures, ProbeReport, AdversarialReport: what is drawn and measured of a run afterwards
 * </pre>
 *
 * Each run has a thread of its own, which opens the backend and does all the work; {@link dev.lamina.experiment.RunHandle}
 * reaches it from others. Uses every package but cli and ui.
 */
@NullMarked
package dev.lamina.experiment;

import org.jspecify.annotations.NullMarked;
