package dev.lamina.figure.render;

/** A mark on an axis; one without a label ("") is a minor tick. */
record Tick(double value, String label) {
    boolean labelled() {
        return !label.isEmpty();
    }
}
