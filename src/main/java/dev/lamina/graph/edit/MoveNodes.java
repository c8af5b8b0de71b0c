package dev.lamina.graph.edit;

import dev.lamina.graph.Position;
import dev.lamina.tensor.Shape;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Moves cards, and opened blocks with all that is in them. */
public record MoveNodes(Set<String> ids, double dx, double dy) implements Edit {
    public MoveNodes {
        ids = Set.copyOf(ids);
    }

    @Override
    public StepName name() {
        return StepName.of("move", StepName.counted(ids));
    }

    @Override
    public Drawing applyTo(Drawing drawing, Map<String, Shape> shapes) {
        Map<String, Position> moved = new HashMap<>();
        drawing.nodesOf(ids).forEach(id -> moved.put(id, drawing.position(id).plus(dx, dy)));
        ids.stream()
                .filter(drawing.positions()::containsKey)
                .forEach(id -> moved.put(id, drawing.position(id).plus(dx, dy)));
        return drawing.withPositions(moved);
    }

    @Override
    public Optional<Change> mergedWith(Change next) {
        return next instanceof MoveNodes(Set<String> others, double x, double y) && others.equals(ids)
                ? Optional.of(new MoveNodes(ids, dx + x, dy + y))
                : Optional.empty();
    }
}
