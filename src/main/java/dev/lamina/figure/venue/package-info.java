/**
 * What journals, conferences and slides ask of a figure, as data: {@link dev.lamina.figure.venue.Venue} is one of them,
 * {@link dev.lamina.figure.venue.Venues} those that come with the program, and a user's own file of the same form.
 *
 * <p>Uses the styles of figures; may use setting, message and tensor.
 */
@NullMarked
package dev.lamina.figure.venue;

import org.jspecify.annotations.NullMarked;
