package dev.lamina.ui.chart;

/** A shaded stretch of the horizontal axis, labelled at its top, such as a stage of training. */
public record Band(double from, double to, String label) {}
