package dev.lamina.ui.chart;

/** The axis a curve is read from. */
public enum Side {
    LEFT(0),
    RIGHT(1);

    private final int axis;

    Side(int axis) {
        this.axis = axis;
    }

    /** Its number in a plot. */
    int axis() {
        return axis;
    }
}
