package dev.lamina.program;

import java.util.List;

/** What an operation reads, and what it writes. */
public record Flow(List<Value> inputs, List<Value> outputs) {}
