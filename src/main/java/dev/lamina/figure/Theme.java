package dev.lamina.figure;

import java.awt.Color;
import java.util.List;

/**
 * Colors of paper, ink and curves. The curves take the palette of Okabe and Ito (Color Universal Design, 2008), which
 * people with color vision deficiencies can tell apart; its yellow is left out on white paper, its black on dark.
 */
public enum Theme {
    LIGHT(
            new Color(0xFFFFFF),
            new Color(0x1A1A1A),
            new Color(0xDDDDDD),
            List.of(Okabe.BLUE, Okabe.VERMILLION, Okabe.GREEN, Okabe.PURPLE, Okabe.ORANGE, Okabe.SKY, Okabe.BLACK)),
    DARK(
            new Color(0x1B1D21),
            new Color(0xE4E4E4),
            new Color(0x3A3D42),
            List.of(Okabe.SKY, Okabe.ORANGE, Okabe.GREEN, Okabe.PURPLE, Okabe.YELLOW, Okabe.VERMILLION, Okabe.WHITE));

    private final Color background;
    private final Color foreground;
    private final Color grid;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable, which its type does not say.
    private final List<Color> palette;

    Theme(Color background, Color foreground, Color grid, List<Color> palette) {
        this.background = background;
        this.foreground = foreground;
        this.grid = grid;
        this.palette = palette;
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

    /** The look of the curve with this number, counted from 0. */
    public SeriesLook look(int index) {
        return SeriesLook.of(index, palette);
    }

    /** The look of a curve that is alone: in the color of the text. */
    public SeriesLook plainLook() {
        return new SeriesLook(foreground, List.of(), SeriesLook.Marker.FILLED_CIRCLE);
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
