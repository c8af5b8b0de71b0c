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
 * A contestant other than Lamina is named by its class and brings its own worker; libtorch's lies under src/bench and is
 * compiled by the Maven profile "bench" only. {@link dev.lamina.bench.NeighborBench} times the search that WNLL begins
 * with, in its own process. Uses launch, backend, program, graph, nn and, for that search, manifold.
 */
@NullMarked
package dev.lamina.bench;

import org.jspecify.annotations.NullMarked;
