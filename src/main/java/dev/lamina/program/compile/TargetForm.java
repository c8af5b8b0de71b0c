package dev.lamina.program.compile;

import dev.lamina.program.Program;
import dev.lamina.program.Targets;
import dev.lamina.program.Value;
import dev.lamina.tensor.Shape;

/** What a program takes to compare its logits with. */
public enum TargetForm {
    /** Labels [N]. */
    LABELS,
    /** Labels [N], second labels [N] and the share of the first []. */
    MIXED_LABELS;

    Targets targets(ProgramBuilder builder, int batchSize) {
        Shape examples = Shape.of(batchSize);
        Value labels = builder.input(Program.LABELS, examples);
        return switch (this) {
            case LABELS -> Targets.of(labels);
            case MIXED_LABELS ->
                Targets.mixed(
                        labels,
                        builder.input(Program.SECOND_LABELS, examples),
                        builder.input(Program.FIRST_SHARE, Shape.of()));
        };
    }
}
