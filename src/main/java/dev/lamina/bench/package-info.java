/**
 * How fast Lamina trains, beside other libraries on the same machine.
 *
 * <pre>
 *   Bench ─▶ WorkerProcess (one per Task: contestant, mode, network, threads) ◀─ "step n" / "ms …" ─▶ WorkerLoop ─▶ Workload
 *     │ rounds, one worker after the other
 *     ▼
 *   Measurement ─▶ BenchReport (text)
 * </pre>
 *
 * A contestant other than Lamina is found by ServiceLoader and brings its own main class. Uses backend, program,
 * graph and nn.
 */
@NullMarked
package dev.lamina.bench;

import org.jspecify.annotations.NullMarked;
