package dev.lamina.figure;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;

/** A thin line across a panel at one value, with a small label or none (""). */
@JsonTypeName("line")
public record ReferenceLine(Orientation orientation, double value, String label) implements Note {
    public ReferenceLine {
        if (!Double.isFinite(value)) {
            throw new BadInputException(
                    Message.of("figure.noReferenceLine", value).at(label));
        }
    }

    public static ReferenceLine horizontal(double value, String label) {
        return new ReferenceLine(Orientation.HORIZONTAL, value, label);
    }

    public static ReferenceLine vertical(double value, String label) {
        return new ReferenceLine(Orientation.VERTICAL, value, label);
    }
}
