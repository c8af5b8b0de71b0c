/**
 * What a running training says and what it can be told, as records that cross threads and processes.
 *
 * <pre>
 *   train ─ TrainingEvent ─▶ TrainingListener: progress bar, charts, run folder, JSON lines on a pipe
 *   train ◀─ TrainingCommand ─ CommandQueue ◀─ window, Ctrl-C, JSON lines from a pipe
 * </pre>
 *
 * Events come on the training thread, which waits for no listener longer than the call takes. Uses metric and tensor.
 */
@NullMarked
package dev.lamina.event;

import org.jspecify.annotations.NullMarked;
