package dev.lamina.figure;

/**
 * What a curve is drawn with where its place among the others does not decide.
 *
 * @param dash number of the dashes, 0 for a solid line; numbers beyond the last start again
 */
public record Pen(Tint tint, int dash) {}
