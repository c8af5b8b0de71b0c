/**
 * Networks as graphs of nodes and edges, and what can be said of one before anything runs.
 *
 * <pre>
 *   NetworkGraph (nodes: input, layers, blocks, head; edges between ports)
 *      │ expand blocks, infer shapes, collect diagnostics
 *      ▼
 *   ResolvedNetwork (layers in topological order with every shape known)  ─▶ program.compile
 * </pre>
 *
 * Uses nn and tensor only.
 */
@NullMarked
package dev.lamina.graph;

import org.jspecify.annotations.NullMarked;
