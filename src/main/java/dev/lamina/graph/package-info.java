/**
 * Networks as graphs of nodes and edges, and what can be said of one before anything runs.
 *
 * <pre>
 *   NetworkGraph (nodes: input, layers, blocks, head; edges between ports)    preset: known networks as graphs
 *      │ NetworkResolver: WiringCheck (ids, edges, ports), TopologicalOrder, Expansion (blocks to layers, shapes)
 *      ▼
 *   Resolution: diagnostics at nodes, and without errors
 *   ResolvedNetwork (layers in topological order with every shape known)  ─▶ program.compile
 *      ├─ NetworkSummary: parameters, FLOPs and memory, layer by layer
 *      └─ Initialization: the values of parameters and state before step 1
 * </pre>
 *
 * Uses nn and tensor only.
 */
@NullMarked
package dev.lamina.graph;

import org.jspecify.annotations.NullMarked;
