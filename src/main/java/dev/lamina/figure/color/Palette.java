package dev.lamina.figure.color;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.lamina.message.Message;
import dev.lamina.setting.Setting;
import dev.lamina.tensor.BadInputException;
import java.awt.Color;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A named row of colors.
 *
 * @param colors as six hexadecimal digits RRGGBB, two or more
 * @param source who made it, and its license where it has one
 */
public record Palette(
        @Setting(meaning = "what it is called by") String id,
        @Setting(meaning = "what its colors say") Kind kind,
        @Setting(meaning = "RRGGBB") List<String> colors,
        @Setting(meaning = "who made it") String source) {
    /** What the order of a palette's colors says. */
    public enum Kind {
        /** Nothing: each stands for itself. */
        @JsonProperty("qualitative")
        QUALITATIVE,
        /** From little to much. */
        @JsonProperty("sequential")
        SEQUENTIAL,
        /** From much on one side of a middle to much on the other. */
        @JsonProperty("diverging")
        DIVERGING
    }

    /** A color that stands out less from its background is not drawn with: yellow on white. */
    private static final double LEAST_CONTRAST = 1.4;

    private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]{6}");

    public Palette {
        colors = List.copyOf(colors);
        if (colors.size() < 2 || !colors.stream().allMatch(c -> HEX.matcher(c).matches())) {
            throw new BadInputException(Message.of("figure.noPalette", colors).at(id));
        }
    }

    /** All of them, in their order. */
    public List<Color> awt() {
        return colors.stream().map(hex -> new Color(Integer.parseInt(hex, 16))).toList();
    }

    /** Those that can be seen on a background. */
    public List<Color> on(Color background) {
        return awt().stream()
                .filter(color -> Luminance.contrast(color, background) >= LEAST_CONTRAST)
                .toList();
    }
}
