package dev.lamina.graph;

import dev.lamina.nn.block.Block;
import dev.lamina.nn.head.Head;
import dev.lamina.nn.layer.Layer;
import java.util.ArrayList;
import java.util.List;

/** Builds a graph whose nodes follow one another: an input, layers and blocks, a head. */
public final class SequentialGraph {
    /** The id of the input node. */
    public static final String INPUT = "images";
    /** The id of the head node. */
    public static final String HEAD = "head";

    private final List<Node> nodes = new ArrayList<>(List.of(new Node.Input(INPUT)));
    private final List<Edge> edges = new ArrayList<>();

    /** Puts a layer after the last node. */
    public SequentialGraph then(String id, Layer layer) {
        return append(new Node.OfLayer(id, layer));
    }

    /** Puts a block after the last node. */
    public SequentialGraph then(String id, Block block) {
        return append(new Node.OfBlock(id, block));
    }

    /** The graph with a head after the last node. */
    public NetworkGraph head(Head head) {
        append(new Node.OfHead(HEAD, head));
        return new NetworkGraph(nodes, edges);
    }

    private SequentialGraph append(Node node) {
        edges.add(new Edge(nodes.getLast().id(), node.id(), 0));
        nodes.add(node);
        return this;
    }
}
