package dev.lamina.nn.optim;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * The rule that turns gradients g into new parameters w. Learning rate η and weight decay λ come from the schedule at
 * every step and are multiplied by the parameter's own factors.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface Optimizer permits Sgd, Adam {}
