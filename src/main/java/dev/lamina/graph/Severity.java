package dev.lamina.graph;

/** Whether a finding keeps a network from being built. */
public enum Severity {
    /** The network cannot be built. */
    ERROR,
    /** The network can be built, but probably not as its author meant it. */
    WARNING
}
