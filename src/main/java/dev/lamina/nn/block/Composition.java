package dev.lamina.nn.block;

import java.util.List;

/** What a block is made of: parts in topological order; the last part's output is the block's. */
public record Composition(List<Part> parts) {
    /** The name by which parts refer to the block's input. */
    public static final String INPUT = "input";

    public Composition {
        parts = List.copyOf(parts);
    }
}
