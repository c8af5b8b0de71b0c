package dev.lamina.graph;

import dev.lamina.nn.StateSpec;

/** A value kept between steps under its name in the session and the checkpoint: layer name, '.', state name. */
public record NamedState(String name, String layer, StateSpec spec) {}
