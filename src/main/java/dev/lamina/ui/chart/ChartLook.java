package dev.lamina.ui.chart;

import java.awt.Color;
import java.util.List;

/** Colors of a chart; the palettes can be told apart by people with any color vision (Okabe and Ito 2008). */
public enum ChartLook {
    LIGHT(
            new Color(0xFFFFFF),
            new Color(0x57606A),
            new Color(0xE4E8EC),
            List.of(
                    new Color(0x0072B2),
                    new Color(0xE08A00),
                    new Color(0x009E73),
                    new Color(0xC4407F),
                    new Color(0x8C6BB1),
                    new Color(0x7F7F7F))),
    DARK(
            new Color(0x0D1117),
            new Color(0x8B949E),
            new Color(0x262C35),
            List.of(
                    new Color(0x58A6FF),
                    new Color(0xF0A63A),
                    new Color(0x3FCF9A),
                    new Color(0xF778BA),
                    new Color(0xBC9CFF),
                    new Color(0xA0A8B0)));

    private final Color background;
    private final Color text;
    private final Color grid;
    private final List<Color> palette;

    ChartLook(Color background, Color text, Color grid, List<Color> palette) {
        this.background = background;
        this.text = text;
        this.grid = grid;
        this.palette = palette;
    }

    Color background() {
        return background;
    }

    Color text() {
        return text;
    }

    Color grid() {
        return grid;
    }

    /** The color of a curve; numbers beyond the palette start again. */
    public Color curve(int number) {
        return palette.get(number % palette.size());
    }

    /** The same with a share of its strength. */
    Color faint(int number) {
        Color color = curve(number);
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), 70);
    }
}
