package dev.lamina.probe;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.message.Message;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.Shape;

/**
 * What a network of two inputs does in the middle of every cell of a square grid over a rectangle of their plane, in test
 * mode and in the points' own coordinates, which do not move with the data: so that pictures of two networks, or of two
 * moments, show the same places.
 */
@JsonTypeName("plane-field")
@Origin(formula = "z_k(x), ∂(z₍₁₎ − z₍₂₎)/∂x, a_j(x)")
public record PlaneField(
        @Setting(defaultValue = "\"scores\"", meaning = "what is asked: scores, set-scores, gradients or units")
        PlaneQuantity quantity,

        @Setting(defaultValue = "60", min = 4, max = 512, unit = "cells", meaning = "how many cells a side is cut into")
        int cells,

        @Setting(defaultValue = "-1.5", min = -1000, max = 1000, meaning = "least first coordinate")
        double left,

        @Setting(defaultValue = "1.5", min = -1000, max = 1000, meaning = "greatest first coordinate")
        double right,

        @Setting(defaultValue = "-1.5", min = -1000, max = 1000, meaning = "least second coordinate")
        double bottom,

        @Setting(defaultValue = "1.5", min = -1000, max = 1000, meaning = "greatest second coordinate")
        double top,

        @Setting(defaultValue = "{}", meaning = "when it is read")
        Due due)
        implements ProbeSettings {
    /** @throws BadInputException if the rectangle has no inside */
    public PlaneField {
        if (!(left < right && bottom < top)) {
            throw new BadInputException(
                    Message.of("probe.noRectangle", left, right, bottom, top).at("plane-field"));
        }
    }

    @Override
    public Probe open(ProbeContext context) {
        Shape shape = context.data().training().exampleShape();
        if (!shape.equals(PlaneGrid.PLANE)) {
            throw new BadInputException(Message.of("probe.noPlane", shape).at("plane-field"));
        }
        PlaneGrid grid = new PlaneGrid(left, right, bottom, top, cells, context.normalization());
        return switch (quantity) {
            case SCORES -> new PlaneScores(context, grid, PlaneScores.WnllQueries.ONE_BY_ONE);
            case SET_SCORES -> new PlaneScores(context, grid, PlaneScores.WnllQueries.TOGETHER);
            case GRADIENTS -> new PlaneGradients(context, grid);
            case UNITS -> new PlaneUnits(context, grid);
        };
    }
}
