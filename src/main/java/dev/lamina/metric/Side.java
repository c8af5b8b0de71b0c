package dev.lamina.metric;

/** The y axis a curve is read from. */
public enum Side {
    LEFT,
    RIGHT
}
