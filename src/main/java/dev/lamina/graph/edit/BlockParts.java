package dev.lamina.graph.edit;

import dev.lamina.graph.Edge;
import dev.lamina.graph.Node;
import dev.lamina.nn.block.Block.Composition;
import dev.lamina.nn.block.Block.Part;
import dev.lamina.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * What a block consists of, as nodes and edges of a graph.
 *
 * @param inner edges between the parts
 * @param entries the ports that the block's input enters, as edges from the block itself
 * @param exit the node whose output is the block's
 */
record BlockParts(List<Node> nodes, List<Edge> inner, List<Edge> entries, String exit) {
    /** @throws dev.lamina.nn.ShapeException if the block cannot take the shape */
    static BlockParts of(Node.OfBlock block, Shape inputShape) {
        Composition composition = block.block().body(inputShape);
        List<Node> nodes = new ArrayList<>();
        List<Edge> inner = new ArrayList<>();
        List<Edge> entries = new ArrayList<>();
        for (Part part : composition.parts()) {
            String id = id(block, part.name());
            nodes.add(
                    switch (part) {
                        case Part.OfLayer inside -> new Node.OfLayer(id, inside.layer());
                        case Part.OfBlock inside -> new Node.OfBlock(id, inside.block());
                    });
            for (int port = 0; port < part.inputs().size(); port++) {
                String input = part.inputs().get(port);
                if (input.equals(Composition.INPUT)) {
                    entries.add(new Edge(block.id(), id, port));
                } else {
                    inner.add(new Edge(id(block, input), id, port));
                }
            }
        }
        return new BlockParts(nodes, inner, entries, nodes.getLast().id());
    }

    List<String> ids() {
        return nodes.stream().map(Node::id).toList();
    }

    private static String id(Node.OfBlock block, String part) {
        return block.id() + "-" + part;
    }
}
