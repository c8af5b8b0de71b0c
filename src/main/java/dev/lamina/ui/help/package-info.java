/**
 * The guide in a window, and what anything on the screen is.
 *
 * <pre>
 *   src/docs ─▶ Guide (pages, search) ─▶ GuidePane ─▶ PageView (a page as nodes) ─▶ GuideWindow
 *   a node ── WhatIsThis.explain ─▶ Explanation (of a tag, a setting, a type) ─ F1 ─▶ ExplanationView ─▶ GuideWindow
 * </pre>
 *
 * Uses fx, and the tags of metric.
 */
@NullMarked
package dev.lamina.ui.help;

import org.jspecify.annotations.NullMarked;
