package dev.lamina.graph.edit;

import dev.lamina.graph.NetworkGraph;
import dev.lamina.graph.Position;
import dev.lamina.setting.Setting;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A piece of a drawing that can be copied: nodes, the edges among them and where they lay. */
public record GraphFragment(
        @Setting(meaning = "the copied nodes and the edges among them")
        NetworkGraph graph,

        @Setting(defaultValue = "{}", meaning = "places by node id")
        Map<String, Position> positions) {
    public GraphFragment {
        positions = Map.copyOf(positions);
    }

    /** What is behind these ids; opened blocks count as what is in them. */
    public static GraphFragment of(Drawing drawing, Set<String> ids) {
        Set<String> nodes = drawing.nodesOf(ids);
        Map<String, Position> positions = new HashMap<>();
        nodes.forEach(id -> positions.put(id, drawing.position(id)));
        return new GraphFragment(
                new NetworkGraph(
                        drawing.graph().nodes().stream()
                                .filter(node -> nodes.contains(node.id()))
                                .toList(),
                        drawing.graph().edges().stream()
                                .filter(e -> nodes.contains(e.from()) && nodes.contains(e.to()))
                                .toList()),
                positions);
    }

    /** Into a drawing, shifted, under ids that are free there. */
    Drawing addedTo(Drawing drawing, double dx, double dy) {
        Drawing grown = drawing;
        Map<String, String> ids = idsIn(drawing);
        for (var node : graph.nodes()) {
            String id = ids.getOrDefault(node.id(), node.id());
            Position place = positions.getOrDefault(node.id(), Position.ORIGIN);
            grown = grown.plus(Content.renamed(node, id), place.plus(dx, dy));
        }
        for (var edge : graph.edges()) {
            String from = ids.get(edge.from());
            String to = ids.get(edge.to());
            if (from != null && to != null) {
                grown = grown.plus(new dev.lamina.graph.Edge(from, to, edge.port()));
            }
        }
        return grown;
    }

    /** The id each node gets in a drawing. */
    public Map<String, String> idsIn(Drawing drawing) {
        Map<String, String> ids = new HashMap<>();
        Set<String> taken = new java.util.HashSet<>(drawing.openBlocks().keySet());
        drawing.graph().nodes().forEach(node -> taken.add(node.id()));
        for (var node : graph.nodes()) {
            String id = FreshIds.next(node.id(), taken);
            taken.add(id);
            ids.putIfAbsent(node.id(), id);
        }
        return ids;
    }
}
