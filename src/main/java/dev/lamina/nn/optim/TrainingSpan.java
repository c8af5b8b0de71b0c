package dev.lamina.nn.optim;

/** The length of a run and of the warm-up at its start, both in epochs. */
public record TrainingSpan(double warmUpEpochs, double totalEpochs) {}
