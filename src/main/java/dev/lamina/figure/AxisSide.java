package dev.lamina.figure;

/** The y axis that a curve or a line belongs to. */
public enum AxisSide {
    LEFT,
    RIGHT
}
