/**
 * Runs on disk: the one place that knows what lies in a run folder, for all who write one and all who read it.
 *
 * <pre>
 *   experiment ─ RunLock, RunRecorder, CheckpointFiles ─▶ RunFolder: config.json  run.json (RunRecord)  metrics.jsonl
 *                                                          │          readings.jsonl  readings/  checkpoints/  figures/  of a search: trials.jsonl (TrialsFile)
 *                RunBranch, RunRewind: a run of another ◀──┤
 *                                                          └─▶ RunStore ─ list(RunQuery) ─▶ StoredEntry: RunHeader, RunGroup
 *   window · command line · figures · reproduce ◀─ StoredRun ─ open(folder) ─┘
 * </pre>
 *
 * Folders are the truth; nothing is kept beside them, and nothing of a folder is remembered between two calls.
 *
 * <p><b>Who owns a running run.</b> Whoever holds its {@link dev.lamina.archive.RunLock}, a lock of the operating system that
 * falls with the process. Only the owner changes the folder, and only the owner takes the state from running to another one.
 * One that finds the lock free may take it, and owns from then on what it finds; a state of running then means that the owner
 * before ended without a word. Nobody writes on behalf of an owner that is alive: a stop is asked for, through the run's
 * commands or a signal.
 *
 * <p><b>What a reader may assume.</b> It takes no lock and never waits, and reading disturbs no owner.
 * <ul>
 *   <li>Each file is whole: it is replaced in one step, or grows by whole lines, of which a last one without an end does not
 *       count. Files are not in step with each other: metrics may be an epoch ahead of run.json.
 *   <li>created, running and stopped may change at any moment; finished never does, nor do the metrics of a finished run.
 *       Running says that someone took the run up, not that it is alive: only trying to take the lock tells.
 *   <li>Epochs that were seen may be gone and come again with the same values, once a run goes on from a checkpoint.
 *   <li>A checkpoint that was seen may be replaced by a newer one; who copies it holds it against its sums.
 *   <li>A folder without run.json is no run yet, or a sweep; names that begin with a dot and end with .part are nothing.
 *   <li>A damaged folder is a reason in one line, and keeps no other from being read.
 * </ul>
 *
 * Uses config, search, train, graph, nn, interop, event, metric, data, backend and file.
 */
@NullMarked
package dev.lamina.archive;

import org.jspecify.annotations.NullMarked;
