package dev.lamina.graph.edit;

import dev.lamina.nn.ShapeException;
import dev.lamina.tensor.Shape;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps opened blocks true when what enters them changes shape: a block in which nothing was changed gets the parts that
 * it has for the new shape, such as a projection where the shortcut was the identity.
 */
final class OpenBlockShapes {
    private OpenBlockShapes() {}

    /** @param shapes output shapes of one example by node id */
    static Drawing renewed(Drawing drawing, Map<String, Shape> shapes) {
        Drawing renewed = drawing;
        List<String> innerFirst = drawing.openBlocks().keySet().stream()
                .sorted(Comparator.comparingInt(
                                (String id) -> drawing.nodesOf(Set.of(id)).size())
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        for (String id : innerFirst) {
            renewed = renewed(renewed, id, shapes);
        }
        return renewed;
    }

    private static Drawing renewed(Drawing drawing, String id, Map<String, Shape> shapes) {
        OpenBlock open = drawing.openBlocks().get(id);
        Shape now = open == null ? null : entering(drawing, id, shapes).orElse(null);
        if (open == null || now == null || now.equals(open.inputShape())) {
            return drawing;
        }
        if (sameParts(open, now)) {
            return drawing.withOpenBlocks(Maps.with(drawing.openBlocks(), id, open.with(now)));
        }
        if (BlockClosing.close(drawing, id).isEmpty()) {
            return drawing;
        }
        Drawing closed = new CloseInPlace(id).applyTo(drawing, shapes);
        OpenInPlace again = new OpenInPlace(id);
        return again.refusal(closed, shapes).isEmpty() ? again.applyTo(closed, shapes) : drawing;
    }

    private static Optional<Shape> entering(Drawing drawing, String id, Map<String, Shape> shapes) {
        Set<String> inside = drawing.nodesOf(Set.of(id));
        return drawing.graph().edges().stream()
                .filter(edge -> inside.contains(edge.to()) && !inside.contains(edge.from()))
                .findFirst()
                .map(edge -> shapes.get(edge.from()));
    }

    private static boolean sameParts(OpenBlock open, Shape now) {
        try {
            return BlockParts.of(open.node(), now).equals(BlockParts.of(open.node(), open.inputShape()));
        } catch (ShapeException _) {
            return false;
        }
    }
}
