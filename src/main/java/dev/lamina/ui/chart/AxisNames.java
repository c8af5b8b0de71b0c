package dev.lamina.ui.chart;

/** What stands at the axes; empty for nothing. */
public record AxisNames(String x, String left, String right) {}
