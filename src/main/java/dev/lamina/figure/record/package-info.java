/**
 * What a figure is drawn of, kept as values: {@link dev.lamina.figure.record.RecordingGraphics} listens where others draw, a
 * {@link dev.lamina.figure.record.Recording} is checked, made opaque, or drawn again on something else.
 *
 * <p>Uses xmlgraphics-commons for what all kinds of Graphics2D have in common.
 */
@NullMarked
package dev.lamina.figure.record;

import org.jspecify.annotations.NullMarked;
