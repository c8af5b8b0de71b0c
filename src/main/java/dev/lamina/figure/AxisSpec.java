package dev.lamina.figure;

import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import java.util.List;
import java.util.Optional;

/**
 * One axis of a panel. Panels whose x axes are equal are drawn with the same limits, and stacked ones share the tick
 * labels of the lowest.
 *
 * @param label what it shows, with its unit: "accuracy (%)"; superscripts such as 10⁻⁴ are set properly
 * @param range fixed limits; empty for limits that fit the data
 * @param broken what a linear axis leaves out; its limits must reach beyond on both sides
 * @param categories names of the places of a {@link AxisScale#CATEGORIES} axis, in order
 */
public record AxisSpec(
        String label, AxisScale scale, Optional<AxisRange> range, List<String> categories, Optional<AxisBreak> broken) {
    public AxisSpec {
        categories = List.copyOf(categories);
        if (scale == AxisScale.LOGARITHMIC && range.isPresent() && range.get().low() <= 0) {
            throw new BadInputException(Message.of("figure.logarithmicFrom").at(label));
        }
        if (broken.isPresent() && scale != AxisScale.LINEAR && scale != AxisScale.INTEGER) {
            throw new BadInputException(Message.of("figure.breakOfLinear").at(label));
        }
    }

    /** An axis with limits that fit the data. */
    public static AxisSpec of(String label, AxisScale scale) {
        return new AxisSpec(label, scale, Optional.empty(), List.of(), Optional.empty());
    }

    public AxisSpec withRange(AxisRange limits) {
        return new AxisSpec(label, scale, Optional.of(limits), categories, broken);
    }

    /** An axis of names, each in the middle of a place as wide as the others. */
    public static AxisSpec ofCategories(String label, List<String> names) {
        return new AxisSpec(
                label,
                AxisScale.CATEGORIES,
                Optional.of(new AxisRange(-0.5, Math.max(1, names.size()) - 0.5)),
                names,
                Optional.empty());
    }

    /** An axis that measures nothing, as of pictures. */
    public static AxisSpec none() {
        return ofCategories("", List.of());
    }
}
