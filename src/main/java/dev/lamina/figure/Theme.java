package dev.lamina.figure;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.awt.Color;
import java.util.List;

/**
 * Colors of paper, ink and curves. The curves take the palette of Okabe and Ito (Color Universal Design, 2008), which
 * people with color vision deficiencies can tell apart; its yellow is left out on white paper, its black on dark. Those of
 * a screen stand on the window's own colors, with quieter text.
 */
public enum Theme {
    @JsonProperty("light")
    LIGHT(
            new Color(0xFFFFFF),
            new Color(0x1A1A1A),
            new Color(0xDDDDDD),
            List.of(Okabe.BLUE, Okabe.VERMILLION, Okabe.GREEN, Okabe.PURPLE, Okabe.ORANGE, Okabe.SKY, Okabe.BLACK),
            ColorRamp.of(0x2B2D8C, 0x1597A5, 0xE08A00)),
    @JsonProperty("dark")
    DARK(
            new Color(0x1B1D21),
            new Color(0xE4E4E4),
            new Color(0x3A3D42),
            List.of(Okabe.SKY, Okabe.ORANGE, Okabe.GREEN, Okabe.PURPLE, Okabe.YELLOW, Okabe.VERMILLION, Okabe.WHITE),
            ColorRamp.of(0x6E7BFF, 0x3FCF9A, 0xF0A63A)),
    @JsonProperty("screen-light")
    SCREEN_LIGHT(
            new Color(0xFFFFFF),
            new Color(0x57606A),
            new Color(0xE4E8EC),
            List.of(
                    new Color(0x0072B2),
                    new Color(0xE08A00),
                    new Color(0x009E73),
                    new Color(0xC4407F),
                    new Color(0x8C6BB1),
                    new Color(0x7F7F7F),
                    new Color(0xD55E00),
                    new Color(0x4FA3C7)),
            LIGHT.ramp),
    @JsonProperty("screen-dark")
    SCREEN_DARK(
            new Color(0x0D1117),
            new Color(0x8B949E),
            new Color(0x262C35),
            List.of(
                    new Color(0x58A6FF),
                    new Color(0xF0A63A),
                    new Color(0x3FCF9A),
                    new Color(0xF778BA),
                    new Color(0xBC9CFF),
                    new Color(0xA0A8B0),
                    new Color(0xFF7B54),
                    new Color(0x7FD4F5)),
            DARK.ramp);

    private final Color background;
    private final Color foreground;
    private final Color grid;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable, which its type does not say.
    private final List<Color> palette;

    @SuppressWarnings("ImmutableEnumChecker")
    private final ColorRamp ramp;

    Theme(Color background, Color foreground, Color grid, List<Color> palette, ColorRamp ramp) {
        this.background = background;
        this.foreground = foreground;
        this.grid = grid;
        this.palette = palette;
        this.ramp = ramp;
    }

    public Color background() {
        return background;
    }

    public Color foreground() {
        return foreground;
    }

    public Color grid() {
        return grid;
    }

    /** What curves and fields are drawn with. */
    public Ink ink() {
        return new Ink(palette, ramp, foreground);
    }

    public Color color(Tint tint) {
        return ink().color(tint);
    }

    private static final class Okabe {
        static final Color BLACK = new Color(0x000000);
        static final Color ORANGE = new Color(0xE69F00);
        static final Color SKY = new Color(0x56B4E9);
        static final Color GREEN = new Color(0x009E73);
        static final Color YELLOW = new Color(0xF0E442);
        static final Color BLUE = new Color(0x0072B2);
        static final Color VERMILLION = new Color(0xD55E00);
        static final Color PURPLE = new Color(0xCC79A7);
        static final Color WHITE = new Color(0xFFFFFF);
    }
}
