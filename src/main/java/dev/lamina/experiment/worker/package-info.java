/**
 * Where a run goes on: {@link dev.lamina.experiment.worker.Runs} decides between a thread of this process and a process of
 * its own, which is the command line itself: whatever happens to it, the caller lives on.
 *
 * <pre>
 *   Runs ─▶ experiment.Experiment: here
 *     └▶ WorkerRun ─ lamina run CONFIG --events - --commands - ─▶ process
 *         │  ◀─ TrainingEvent, JSON lines ─ standard output
 *         │  ─ TrainingCommand, JSON lines ─▶ standard input; its end stops the run
 *         └  ◀─ last words ─ standard error
 * </pre>
 *
 * Whoever follows a run through its {@link dev.lamina.experiment.RunHandle} and its listener cannot tell where it goes on.
 * Uses experiment, archive, config, event,
 * metric, launch and data.
 */
@NullMarked
package dev.lamina.experiment.worker;

import org.jspecify.annotations.NullMarked;
