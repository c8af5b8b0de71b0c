package dev.lamina.graph;

import dev.lamina.nn.block.Block;
import dev.lamina.nn.head.Head;
import dev.lamina.nn.layer.Layer;

/** A node of a network graph; its id is unique in the graph and names it in every message. */
public sealed interface Node {
    String id();

    /** Where the examples enter; their shape comes from the data. */
    record Input(String id) implements Node {}

    /** One layer. */
    record OfLayer(String id, Layer layer) implements Node {}

    /** A block that expands to parts named id/part. */
    record OfBlock(String id, Block block) implements Node {}

    /** Where the network decides. */
    record OfHead(String id, Head head) implements Node {}
}
