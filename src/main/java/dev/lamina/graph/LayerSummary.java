package dev.lamina.graph;

import dev.lamina.tensor.Shape;

/**
 * One line of a network's table.
 *
 * @param name path of the layer
 * @param type the layer's id in files; for an activation that of its function
 * @param outputShape of one example
 * @param parameters trained values
 * @param flops floating-point operations of the forward pass for one example, two for each multiply-add
 */
public record LayerSummary(String name, String type, Shape outputShape, long parameters, long flops) {}
