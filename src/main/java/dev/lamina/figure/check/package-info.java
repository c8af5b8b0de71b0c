/**
 * What a venue would refuse of a figure, before it is sent there: {@link dev.lamina.figure.check.VenueCheck} asks all rules.
 *
 * <p>Uses venue, color, record and render.
 */
@NullMarked
package dev.lamina.figure.check;

import org.jspecify.annotations.NullMarked;
