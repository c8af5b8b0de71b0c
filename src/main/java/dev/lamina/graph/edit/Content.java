package dev.lamina.graph.edit;

import dev.lamina.graph.Node;
import dev.lamina.nn.block.Block;
import dev.lamina.nn.head.Head;
import dev.lamina.nn.layer.Layer;

/** What a node holds besides its id: the record whose components a person sets. */
public final class Content {
    private Content() {}

    /** The layer, block or head; of an input, which holds nothing, the node itself. */
    public static Record of(Node node) {
        return switch (node) {
            case Node.Input input -> input;
            case Node.OfLayer(String _, Layer layer) -> (Record) layer;
            case Node.OfBlock(String _, Block block) -> (Record) block;
            case Node.OfHead(String _, Head head) -> (Record) head;
        };
    }

    /**
     * The node with other content.
     *
     * @throws IllegalArgumentException if it is neither layer, block nor head
     */
    public static Node node(String id, Record content) {
        return switch (content) {
            case Layer layer -> new Node.OfLayer(id, layer);
            case Block block -> new Node.OfBlock(id, block);
            case Head head -> new Node.OfHead(id, head);
            default -> throw new IllegalArgumentException(content.getClass() + " is no content of a node");
        };
    }

    /** The node under another id. */
    static Node renamed(Node node, String id) {
        return node instanceof Node.Input ? new Node.Input(id) : node(id, of(node));
    }
}
