package dev.lamina.figure.plan;

import dev.lamina.figure.AxisScale;
import dev.lamina.setting.Setting;
import java.util.List;
import java.util.Optional;

/**
 * An axis as its author writes it.
 *
 * @param label "auto" for the quantity's own with its unit
 * @param scale that of the quantity where there is none
 * @param limits lowest and highest; none for limits that fit
 * @param categories names of places, as they were settled
 * @param leaveOut two values between which the axis is broken; none for a whole one
 */
public record PlanAxis(
        @Setting(defaultValue = "\"auto\"", meaning = "what it shows, with its unit")
        String label,

        @Setting(meaning = "how values become places") Optional<AxisScale> scale,

        @Setting(defaultValue = "[]", meaning = "lowest and highest value")
        List<Double> limits,

        @Setting(defaultValue = "[]", meaning = "names of places")
        List<String> categories,

        @Setting(defaultValue = "[]", meaning = "two values between which the axis is broken")
        List<Double> leaveOut) {
    public PlanAxis {
        limits = List.copyOf(limits);
        categories = List.copyOf(categories);
        leaveOut = List.copyOf(leaveOut);
    }
}
