package dev.lamina.backend.cpu.plan;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jspecify.annotations.Nullable;

/** The memory behind {@link dev.lamina.program.Targets}; without a second label the first share is 1. */
record BoundTargets(
        String layer,
        MemorySegment labels,
        @Nullable MemorySegment secondLabels,
        @Nullable MemorySegment share) {
    boolean mixed() {
        return secondLabels != null;
    }

    double firstShare() {
        return share == null ? 1 : share.get(ValueLayout.JAVA_FLOAT, 0);
    }

    int label(int example, int classes) {
        return label(labels, example, classes);
    }

    int secondLabel(int example, int classes) {
        return label(secondLabels == null ? labels : secondLabels, example, classes);
    }

    private int label(MemorySegment of, int example, int classes) {
        float label = of.getAtIndex(ValueLayout.JAVA_FLOAT, example);
        int index = (int) label;
        if (index != label || index < 0 || index >= classes) {
            throw new IllegalArgumentException(
                    layer + ": label " + label + " of example " + example + " is not a class in [0, " + classes + ")");
        }
        return index;
    }
}
