package dev.lamina.figure.plan;

import dev.lamina.figure.Arrangement;
import dev.lamina.setting.Setting;
import java.util.Optional;

/**
 * A size of an author's own.
 *
 * @param width in millimeters; that of the venue where there is none
 * @param height in millimeters, of the whole figure or of each frame; that of the venue's rows where there is none
 */
public record PlanSize(
        @Setting(defaultValue = "\"figure\"", meaning = "what has the width and the height")
        Arrangement.Sized of,

        @Setting(min = 20, max = 2000, unit = "mm", meaning = "width")
        Optional<Double> width,

        @Setting(min = 20, max = 2000, unit = "mm", meaning = "height")
        Optional<Double> height) {}
