package dev.lamina.graph.edit;

import dev.lamina.graph.Edge;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Whether shortcut connections run below the cards of a frame: edges that enter a node with several inputs. */
final class Arcs {
    private Arcs() {}

    static boolean within(Drawing drawing, Collection<String> members) {
        Set<String> inside = new HashSet<>(members);
        Set<String> joined = new HashSet<>();
        for (Edge edge : drawing.graph().edges()) {
            if (inside.contains(edge.to()) && !joined.add(edge.to())) {
                return true;
            }
        }
        return false;
    }
}
