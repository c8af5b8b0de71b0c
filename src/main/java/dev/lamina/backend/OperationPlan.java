package dev.lamina.backend;

/** How a backend computes one operation. */
public record OperationPlan(String layer, String operation, String algorithm) {}
