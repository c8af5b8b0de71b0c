package dev.lamina.nn;

import dev.lamina.tensor.Shape;

/** A value that a layer keeps between steps without training it, such as a running mean. */
public record StateSpec(String name, Shape shape, double initialValue) {}
