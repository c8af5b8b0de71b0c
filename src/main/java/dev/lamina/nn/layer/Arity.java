package dev.lamina.nn.layer;

/** How many inputs a layer takes. */
public enum Arity {
    ONE,
    TWO_OR_MORE
}
