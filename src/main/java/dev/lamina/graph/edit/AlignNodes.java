package dev.lamina.graph.edit;

import dev.lamina.graph.Position;
import dev.lamina.tensor.Shape;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** Brings cards into a line, or to equal distances. All cards have one size, so there is one line of each direction. */
public record AlignNodes(Set<String> ids, Alignment alignment) implements Edit {
    /** What is made equal. */
    public enum Alignment {
        ROW,
        COLUMN,
        EQUAL_SPACES_ACROSS,
        EQUAL_SPACES_DOWN
    }

    public AlignNodes {
        ids = Set.copyOf(ids);
    }

    @Override
    public StepName name() {
        return StepName.of("align", StepName.counted(ids));
    }

    @Override
    public Drawing applyTo(Drawing drawing, Map<String, Shape> shapes) {
        ToDoubleFunction<String> x = id -> drawing.position(id).x();
        ToDoubleFunction<String> y = id -> drawing.position(id).y();
        List<String> across = drawing.nodesOf(ids).stream()
                .sorted(Comparator.comparingDouble(x).thenComparing(Comparator.naturalOrder()))
                .toList();
        List<String> down =
                across.stream().sorted(Comparator.comparingDouble(y)).toList();
        Map<String, Position> moved = new HashMap<>();
        for (String id : across.size() < 2 ? List.<String>of() : across) {
            moved.put(
                    id,
                    switch (alignment) {
                        case ROW -> new Position(x.applyAsDouble(id), y.applyAsDouble(across.getFirst()));
                        case COLUMN -> new Position(x.applyAsDouble(down.getFirst()), y.applyAsDouble(id));
                        case EQUAL_SPACES_ACROSS -> new Position(spread(across, id, x), y.applyAsDouble(id));
                        case EQUAL_SPACES_DOWN -> new Position(x.applyAsDouble(id), spread(down, id, y));
                    });
        }
        return drawing.withPositions(moved);
    }

    private static double spread(List<String> sorted, String id, ToDoubleFunction<String> coordinate) {
        double first = coordinate.applyAsDouble(sorted.getFirst());
        double last = coordinate.applyAsDouble(sorted.getLast());
        return first + (last - first) * sorted.indexOf(id) / (sorted.size() - 1);
    }
}
