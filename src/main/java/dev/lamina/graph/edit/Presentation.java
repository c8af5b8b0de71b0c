package dev.lamina.graph.edit;

import dev.lamina.graph.Edge;
import dev.lamina.graph.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What of a drawing is visible: cards, frames and wires. What a folded block holds is hidden behind its card.
 *
 * @param cards ids of nodes and folded blocks, with their boxes
 * @param frames ids of opened blocks, outer ones first
 */
public record Presentation(Map<String, Box> cards, Map<String, Box> frames, List<Wire> wires) {
    /** An edge as shown: between the cards that stand for its ends. */
    public record Wire(Edge edge, String from, String to, int port) {}

    public static Presentation of(Drawing drawing) {
        Map<String, String> standIns = new HashMap<>();
        drawing.openBlocks().forEach((id, open) -> {
            if (open.folded()) {
                hide(drawing, id, drawing.nodesOf(Set.of(id)), standIns);
            }
        });
        Frames frames = Frames.of(drawing);
        Map<String, Box> cards = new LinkedHashMap<>();
        for (Node node : drawing.graph().nodes()) {
            String shown = standIns.getOrDefault(node.id(), node.id());
            frames.boxOf(shown).ifPresent(box -> cards.putIfAbsent(shown, box));
        }
        return new Presentation(cards, frames(drawing, frames), wires(drawing, standIns));
    }

    private static void hide(Drawing drawing, String id, Set<String> nodes, Map<String, String> standIns) {
        String outermost = id;
        for (Optional<String> outer = Optional.of(id); outer.isPresent(); outer = drawing.enclosing(outer.get())) {
            OpenBlock open = drawing.openBlocks().get(outer.get());
            if (open != null && open.folded()) {
                outermost = outer.get();
            }
        }
        for (String node : nodes) {
            standIns.put(node, outermost);
        }
    }

    private static Map<String, Box> frames(Drawing drawing, Frames boxes) {
        Map<String, Box> frames = new HashMap<>();
        drawing.openBlocks().forEach((id, open) -> {
            boolean hidden = false;
            for (Optional<String> outer = Optional.of(id); outer.isPresent(); outer = drawing.enclosing(outer.get())) {
                OpenBlock around = drawing.openBlocks().get(outer.get());
                hidden |= around != null && around.folded();
            }
            if (!hidden) {
                boxes.boxOf(id).ifPresent(box -> frames.put(id, box));
            }
        });
        Map<String, Box> sorted = new LinkedHashMap<>();
        frames.entrySet().stream()
                .sorted((a, b) -> Double.compare(area(b.getValue()), area(a.getValue())))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    private static double area(Box box) {
        return box.width() * box.height();
    }

    private static List<Wire> wires(Drawing drawing, Map<String, String> standIns) {
        List<Wire> wires = new ArrayList<>();
        for (Edge edge : drawing.graph().edges()) {
            String from = standIns.getOrDefault(edge.from(), edge.from());
            String to = standIns.getOrDefault(edge.to(), edge.to());
            if (!from.equals(to)
                    && drawing.node(edge.from()).isPresent()
                    && drawing.node(edge.to()).isPresent()) {
                wires.add(new Wire(edge, from, to, standIns.containsKey(edge.to()) ? 0 : edge.port()));
            }
        }
        return wires;
    }
}
