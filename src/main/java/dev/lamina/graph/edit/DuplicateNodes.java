package dev.lamina.graph.edit;

import dev.lamina.tensor.Shape;
import java.util.Map;
import java.util.Set;

/** Copies nodes with the edges among them, a little aside. */
public record DuplicateNodes(Set<String> ids) implements Edit {
    private static final double ASIDE = 32;

    public DuplicateNodes {
        ids = Set.copyOf(ids);
    }

    @Override
    public StepName name() {
        return StepName.of("duplicate", StepName.counted(ids));
    }

    @Override
    public Drawing applyTo(Drawing drawing, Map<String, Shape> shapes) {
        return GraphFragment.of(drawing, ids).addedTo(drawing, ASIDE, CardSize.HEIGHT + ASIDE);
    }
}
