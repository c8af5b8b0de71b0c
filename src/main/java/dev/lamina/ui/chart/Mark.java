package dev.lamina.ui.chart;

/** Something that happened at a point of the horizontal axis, such as a changed learning rate. */
public record Mark(double x, String text) {}
