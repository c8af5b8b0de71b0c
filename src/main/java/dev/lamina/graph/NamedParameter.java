package dev.lamina.graph;

import dev.lamina.nn.ParameterSpec;

/** A trained parameter under its name in the session and the checkpoint: layer name, '.', parameter name. */
public record NamedParameter(String name, String layer, ParameterSpec spec) {}
