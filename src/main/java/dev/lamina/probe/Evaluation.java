package dev.lamina.probe;

/** How well a network does on a data set: mean loss, and the fraction of examples it gets right. */
public record Evaluation(double loss, double accuracy, int examples) {}
