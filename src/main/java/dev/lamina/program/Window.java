package dev.lamina.program;

/** Geometry of a sliding window: square kernel side, stride, zero padding, dilation in pixels; channel groups. */
public record Window(int kernelSize, int stride, int padding, int dilation, int groups) {}
