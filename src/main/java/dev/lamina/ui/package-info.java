/**
 * The window, and the only place that knows JavaFX.
 *
 * <pre>
 *   app (window, start page, documents) ─▶ run (state, commands, curves) ─▶ chart (live charts) ─▶ fx (texts, theme)
 *    ├▶ form (settings of a configuration) ─▶ fx
 *    ├▶ help (the guide, what is this?) ─▶ fx
 *    └▶ editor (palette, canvas) ─▶ inspector (settings of nodes, several at once; curves) ─▶ fx
 * </pre>
 *
 * Training knows nothing of it: events come in over {@link dev.lamina.event.TrainingListener}, commands go out.
 */
@NullMarked
package dev.lamina.ui;

import org.jspecify.annotations.NullMarked;
