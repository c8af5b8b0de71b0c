/**
 * A network being drawn: the document an editor shows, its edits and their history. Knows no toolkit.
 *
 * <pre>
 *   Edit (records: AddNode, Connect, MoveNodes, …) ─▶ NetworkDocument ─▶ DocumentState to listeners
 *                                                     │ Drawing: graph, positions, opened blocks, shape of the examples
 *                                                     │ History: named steps, undo, redo
 *                                                     └ resolution, diagnostics, costs: again only when the network changed
 * </pre>
 *
 * An edit is a pure function of the drawing; it says beforehand why it cannot be done. A block opened in place stands in
 * the drawing as its parts; {@link dev.lamina.graph.edit.Drawing#network()} holds it as the block again as long as
 * nothing inside was changed, so that looking inside changes no name and no initial weight.
 *
 * Uses graph, nn and tensor. Nothing of graph uses it. One thread at a time.
 */
@NullMarked
package dev.lamina.graph.edit;

import org.jspecify.annotations.NullMarked;
