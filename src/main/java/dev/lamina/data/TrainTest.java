package dev.lamina.data;

/** A data set as published: what to train on, and what only the final measurement may look at. */
public record TrainTest(ImageDataset training, ImageDataset test) {}
