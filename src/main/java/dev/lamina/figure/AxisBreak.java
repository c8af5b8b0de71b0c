package dev.lamina.figure;

import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;

/** A stretch that a linear axis leaves out, between slanted marks; what lies in it is not drawn. */
public record AxisBreak(double from, double to) {
    public AxisBreak {
        if (!(from < to) || Double.isInfinite(to - from)) {
            throw new BadInputException(Message.of("figure.noBreak", from, to));
        }
    }
}
