package dev.lamina.metric;

/** How an axis divides its values. */
public enum Scale {
    LINEAR,
    LOGARITHMIC;
}
