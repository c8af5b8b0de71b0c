/**
 * The guide in a window, and what anything on the screen is.
 *
 * <pre>
 *   src/docs ─▶ Guide (pages, search) ─▶ GuidePane ─▶ PageView (a page as nodes) ─▶ GuideWindow
 * </pre>
 *
 * Uses fx.
 */
@NullMarked
package dev.lamina.ui.help;

import org.jspecify.annotations.NullMarked;
