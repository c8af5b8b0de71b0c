package dev.lamina.program.compile;

import dev.lamina.program.InputOperation;
import dev.lamina.program.Program;
import dev.lamina.program.Value;
import dev.lamina.tensor.Shape;

/** What a program takes as images. */
public enum InputForm {
    /** The network's input, images [N, C, H, W]. */
    PREPARED,
    /** rawImages [N, C, H, W], placement [N, 3], pixelScale and pixelOffset [C], see {@link InputOperation.Prepare}. */
    RAW;

    /** The network's input; raw images are prepared by the first operation. */
    Value images(ProgramBuilder builder, Shape shape) {
        return switch (this) {
            case PREPARED -> builder.input(Program.IMAGES, shape);
            case RAW -> {
                Shape channels = Shape.of(shape.axis(1));
                Value images = builder.intermediate(Program.IMAGES, shape);
                builder.add(new InputOperation.Prepare(
                        Program.IMAGES,
                        builder.input(Program.RAW_IMAGES, shape),
                        builder.input(Program.PLACEMENT, Shape.of(shape.axis(0), 3)),
                        builder.input(Program.PIXEL_SCALE, channels),
                        builder.input(Program.PIXEL_OFFSET, channels),
                        images));
                yield images;
            }
        };
    }
}
