package dev.lamina.graph.edit;

import dev.lamina.graph.Edge;
import dev.lamina.graph.NetworkGraph;
import dev.lamina.graph.Node;
import dev.lamina.graph.Position;
import dev.lamina.tensor.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Arranges a drawing in layers from left to right, the frame of an opened block as one large card with a layout of its
 * own; long chains go on in a new row, as text does. Ranks are longest paths; a node keeps the lane of what enters its
 * first port, where that is free, so that chains are straight.
 */
public final class AutoLayout {
    /** Width over height that rows are broken for. */
    private static final double ASPECT = 1.45;

    /** The same within a frame. */
    private static final double FRAME_ASPECT = 3;

    private final Drawing drawing;
    private final Map<String, Arrangement> insides = new HashMap<>();

    private AutoLayout(Drawing drawing) {
        this.drawing = drawing;
    }

    /** A graph without a layout, arranged. */
    public static Drawing of(NetworkGraph graph, Shape exampleShape, int classes) {
        return arranged(new Drawing(graph, Map.of(), Map.of(), exampleShape, classes));
    }

    /** A graph with the layout it was saved with; arranged where that does not cover it. */
    public static Drawing of(NetworkGraph graph, Map<String, Position> positions, Shape exampleShape, int classes) {
        Drawing drawing = new Drawing(graph, Map.of(), Map.of(), exampleShape, classes).withPositions(positions);
        boolean covered = graph.nodes().stream().allMatch(node -> positions.containsKey(node.id()));
        return covered ? drawing : arranged(drawing);
    }

    /** All cards and frames where the layout puts them. */
    static Drawing arranged(Drawing drawing) {
        return drawing.withPositions(positions(drawing));
    }

    /** Positions of all that is shown: nodes and folded blocks. */
    static Map<String, Position> positions(Drawing drawing) {
        AutoLayout layout = new AutoLayout(drawing);
        List<String> items = new ArrayList<>();
        for (Node node : drawing.graph().nodes()) {
            String top = node.id();
            for (String outer = top;
                    outer != null;
                    outer = drawing.enclosing(outer).orElse(null)) {
                top = outer;
            }
            if (!items.contains(top)) {
                items.add(top);
            }
        }
        return layout.arrange(items, ASPECT).positions();
    }

    /** Positions within one opened block whose frame's upper left corner is the origin, and the frame's size. */
    static Arrangement inside(Drawing drawing, String openBlock) {
        return new AutoLayout(drawing).inside(openBlock);
    }

    private Arrangement arrange(List<String> items, double aspect) {
        List<Layers.Item> sized = items.stream()
                .map(id -> {
                    Arrangement inside = arrangementOf(id);
                    return new Layers.Item(id, inside.width(), inside.height(), inside.anchor());
                })
                .toList();
        Arrangement outer = Rows.of(new Layers(sized, edges(items)), aspect);
        Map<String, Position> positions = new LinkedHashMap<>();
        for (String id : items) {
            Position place = Objects.requireNonNull(outer.positions().get(id));
            arrangementOf(id).positions().forEach((inner, at) -> positions.put(inner, at.plus(place.x(), place.y())));
        }
        return new Arrangement(positions, outer.width(), outer.height(), outer.anchor());
    }

    private Arrangement arrangementOf(String id) {
        OpenBlock open = drawing.openBlocks().get(id);
        return open == null || open.folded() ? Arrangement.card(id) : inside(id);
    }

    private Arrangement inside(String id) {
        Arrangement known = insides.get(id);
        if (known != null) {
            return known;
        }
        OpenBlock open = Objects.requireNonNull(drawing.openBlocks().get(id));
        double arc = drawing.hasArcs(open.members()) ? CardSize.ARC : 0;
        double side = CardSize.FRAME_PADDING;
        Arrangement made =
                arrange(open.members(), FRAME_ASPECT).framed(side, CardSize.FRAME_TITLE + side / 2, side + arc);
        insides.put(id, made);
        return made;
    }

    /** Edges between the items; those between nodes of one item or to other nodes do not count. */
    private List<Edge> edges(List<String> items) {
        Map<String, String> itemOf = new HashMap<>();
        items.forEach(item -> drawing.nodesOf(List.of(item)).forEach(node -> itemOf.put(node, item)));
        return drawing.graph().edges().stream()
                .filter(e -> itemOf.containsKey(e.from()) && itemOf.containsKey(e.to()))
                .map(e -> new Edge(itemOf.getOrDefault(e.from(), ""), itemOf.getOrDefault(e.to(), ""), e.port()))
                .filter(e -> !e.from().equals(e.to()))
                .distinct()
                .toList();
    }
}
