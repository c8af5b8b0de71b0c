package dev.lamina.ui.chart;

/** The axis a curve is read from. */
public enum Side {
    LEFT,
    RIGHT
}
