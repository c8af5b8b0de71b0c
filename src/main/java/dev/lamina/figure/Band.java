package dev.lamina.figure;

/** A shaded stretch of the x axis, such as a stage of training, labelled at its top. */
public record Band(double from, double to, String label) {
    public Band {
        if (!(from < to)) {
            throw new IllegalArgumentException(label + ": a band cannot run from " + from + " to " + to);
        }
    }
}
