/**
 * The backend that computes on graphics cards, through TornadoVM (OpenCL or CUDA); compiled only where an installed
 * TornadoVM is given.
 *
 * <pre>
 *   Program ─ plan.DevicePlan: offsets in one array, tasks ─ TaskGraphs ─▶ DeviceProgram: compiled graphs, memory
 *
 *   host                                        device
 *   PersistentValues ──── graph 0, when stale ──▶ ┌ one array ────────────────────────┐
 *   inputs of a run ───── graph 1 ──────────────▶ │ persistent · inputs · outputs ·    │ ◀─ kernels of graphs 1 … n
 *   outputs of a run ◀─── graph n ─────────────── │ packed gradients · intermediates   │
 *   PersistentValues ◀─── last graph, when read ─ └────────────────────────────────────┘
 * </pre>
 *
 * Parameters and optimizer state stay on the device; each program has a copy, and {@link
 * dev.lamina.backend.tornado.PersistentValues} knows which is the newest. Images come raw where placements say all that is
 * done with them; the program's first kernel prepares them. The first use of a device runs {@link
 * dev.lamina.backend.tornado.DeviceCheck}. A program's memory is one array of at most 2³¹ − 1 floats; beside it lie the
 * matrices of products that a library computes. On CUDA {@link dev.lamina.backend.tornado.DeviceFeatures} lets cuBLAS
 * compute large products, and graphs be recorded once and replayed. All this happens on a session's own {@link
 * dev.lamina.backend.tornado.DeviceThread}, which a stop can leave to a compiler that nothing else can break off.
 */
@NullMarked
package dev.lamina.backend.tornado;

import org.jspecify.annotations.NullMarked;
