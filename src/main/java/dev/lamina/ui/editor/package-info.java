/**
 * The network editor: palette, canvas, inspector and problems of one {@link dev.lamina.graph.edit.NetworkDocument}.
 *
 * <pre>
 *   NetworkDocument ─ DocumentState ─▶ EditorPane ─▶ Palette · NetworkCanvas · Inspector · ProblemsTable
 *         ▲                                             │ CanvasContent: cards, frames, wires that follow the state
 *         └──────────── Edit ───────────────────────────┘ gestures: CardDrag, WireDrag, CanvasGestures, CanvasKeys
 * </pre>
 *
 * What a card says is made without the toolkit ({@link dev.lamina.ui.editor.CardText}). The palette lists what the sealed
 * interfaces of nn permit, the inspector what their records annotate: a new type needs nothing here, a name and a glyph in
 * the resources make it prettier. Uses graph, nn, config (values as JSON), setting, ui.fx. FX thread only.
 */
@NullMarked
package dev.lamina.ui.editor;

import org.jspecify.annotations.NullMarked;
